@NullMarked
package dev.torii.engine.embed.features;

import org.jspecify.annotations.NullMarked;
