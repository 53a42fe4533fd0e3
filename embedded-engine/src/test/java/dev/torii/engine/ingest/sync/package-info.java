/// Tests of synchronisation runs, against a server on the loopback address and a real database.
@NullMarked
package dev.torii.engine.ingest.sync;

import org.jspecify.annotations.NullMarked;
