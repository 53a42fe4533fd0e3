/// The window around the pages: navigation, status bar, activity pane and error banner.
@NullMarked
package dev.torii.views.shell;

import org.jspecify.annotations.NullMarked;
