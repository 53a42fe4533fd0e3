@NullMarked
package dev.torii.engine.embed.serving;

import org.jspecify.annotations.NullMarked;
