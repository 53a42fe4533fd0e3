/// The client of the DMM affiliate API and the parser of its answers.
@NullMarked
package dev.torii.engine.ingest.dmm;

import org.jspecify.annotations.NullMarked;
