/// Readers of data sets: MovieLens and CSV.
@NullMarked
package dev.torii.engine.ingest.importer;

import org.jspecify.annotations.NullMarked;
