@NullMarked
package dev.torii.engine.embed.training;

import org.jspecify.annotations.NullMarked;
