/// Offline evaluation: protocols, ranking metrics, reports.
@NullMarked
package dev.torii.engine.evaluate;

import org.jspecify.annotations.NullMarked;
