/// What the tests of the readers share.
@NullMarked
package dev.torii.engine.ingest;

import org.jspecify.annotations.NullMarked;
