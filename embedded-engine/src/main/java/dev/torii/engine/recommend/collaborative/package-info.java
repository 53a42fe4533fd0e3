/// Recommenders without towers: popularity, item neighbourhoods, EASE.
@NullMarked
package dev.torii.engine.recommend.collaborative;

import org.jspecify.annotations.NullMarked;
