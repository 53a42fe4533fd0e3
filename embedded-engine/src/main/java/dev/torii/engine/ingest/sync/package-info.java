/// Runs of the catalogue synchronisation: counts, quarantine.
@NullMarked
package dev.torii.engine.ingest.sync;

import org.jspecify.annotations.NullMarked;
