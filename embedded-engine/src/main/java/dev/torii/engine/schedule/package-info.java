/// Work that repeats by itself.
@NullMarked
package dev.torii.engine.schedule;

import org.jspecify.annotations.NullMarked;
