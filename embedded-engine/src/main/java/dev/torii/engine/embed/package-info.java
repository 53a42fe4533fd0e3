/// From catalogue and behaviour to vectors.
@NullMarked
package dev.torii.engine.embed;

import org.jspecify.annotations.NullMarked;
