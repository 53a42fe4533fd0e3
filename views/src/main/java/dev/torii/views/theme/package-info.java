/// Light and dark, and the fonts that show Japanese.
@NullMarked
package dev.torii.views.theme;

import org.jspecify.annotations.NullMarked;
