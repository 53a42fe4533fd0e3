/// Cards, tiles and lists of names and values: the pieces that pages are laid out with.
@NullMarked
package dev.torii.views.layout;

import org.jspecify.annotations.NullMarked;
