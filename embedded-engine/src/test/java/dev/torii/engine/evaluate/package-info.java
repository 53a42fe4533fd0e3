@NullMarked
package dev.torii.engine.evaluate;

import org.jspecify.annotations.NullMarked;
