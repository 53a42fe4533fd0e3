/// Tests of the DMM client and parser, against a server on the loopback address.
@NullMarked
package dev.torii.engine.ingest.dmm;

import org.jspecify.annotations.NullMarked;
