@NullMarked
package dev.torii.engine.embed.registry;

import org.jspecify.annotations.NullMarked;
