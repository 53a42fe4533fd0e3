@NullMarked
package dev.torii.engine.recommend.companion;

import org.jspecify.annotations.NullMarked;
