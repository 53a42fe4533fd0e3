/// Exports model versions for programs that are not Torii.
@NullMarked
package dev.torii.engine.embed.export;

import org.jspecify.annotations.NullMarked;
