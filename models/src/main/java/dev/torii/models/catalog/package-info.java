/// The catalogue: videos and the terms (genres, makers, performers, series ...) that describe them.
@NullMarked
package dev.torii.models.catalog;

import org.jspecify.annotations.NullMarked;
