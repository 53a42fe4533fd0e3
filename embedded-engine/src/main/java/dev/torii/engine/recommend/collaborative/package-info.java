/// Recommenders without towers: popularity, item neighbourhoods, EASE, implicit ALS.
@NullMarked
package dev.torii.engine.recommend.collaborative;

import org.jspecify.annotations.NullMarked;
