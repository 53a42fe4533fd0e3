/// The console inside the `torii` process. The only package here that knows JavaFX, so that light commands
/// never load it.
@NullMarked
package dev.torii.app.desktop;

import org.jspecify.annotations.NullMarked;
