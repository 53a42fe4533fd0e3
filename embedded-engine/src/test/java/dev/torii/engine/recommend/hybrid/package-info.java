@NullMarked
package dev.torii.engine.recommend.hybrid;

import org.jspecify.annotations.NullMarked;
