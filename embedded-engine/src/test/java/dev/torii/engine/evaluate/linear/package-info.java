@NullMarked
package dev.torii.engine.evaluate.linear;

import org.jspecify.annotations.NullMarked;
