/// Generated data of any size, and the measurement of a training on it.
@NullMarked
package dev.torii.engine.embed.bench;

import org.jspecify.annotations.NullMarked;
