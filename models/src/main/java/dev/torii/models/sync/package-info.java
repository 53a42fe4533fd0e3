/// Runs of the catalogue synchronisation, their counts, and what they set aside.
@NullMarked
package dev.torii.models.sync;

import org.jspecify.annotations.NullMarked;
