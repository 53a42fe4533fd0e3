@NullMarked
package dev.torii.engine.embed.export;

import org.jspecify.annotations.NullMarked;
