@NullMarked
package dev.torii.engine.recommend.collaborative;

import org.jspecify.annotations.NullMarked;
