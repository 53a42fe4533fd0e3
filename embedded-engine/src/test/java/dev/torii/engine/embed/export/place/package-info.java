@NullMarked
package dev.torii.engine.embed.export.place;

import org.jspecify.annotations.NullMarked;
