@NullMarked
package dev.torii.engine.embed.towers;

import org.jspecify.annotations.NullMarked;
