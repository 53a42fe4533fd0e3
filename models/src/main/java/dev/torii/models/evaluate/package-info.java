/// Offline evaluation: protocols, metrics and reports.
@NullMarked
package dev.torii.models.evaluate;

import org.jspecify.annotations.NullMarked;
