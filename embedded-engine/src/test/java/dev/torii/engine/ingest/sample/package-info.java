/// Tests of the generated sample.
@NullMarked
package dev.torii.engine.ingest.sample;

import org.jspecify.annotations.NullMarked;
