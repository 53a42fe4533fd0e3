/// Where the console is and can go. Features know this package; the shell registers their pages.
@NullMarked
package dev.torii.views.navigation;

import org.jspecify.annotations.NullMarked;
