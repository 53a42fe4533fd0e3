/// The generated sample catalogue and its users' behaviour.
@NullMarked
package dev.torii.engine.ingest.sample;

import org.jspecify.annotations.NullMarked;
