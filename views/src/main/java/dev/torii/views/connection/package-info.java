/// The engine as the console sees it: starting in the background, ready, or failed.
@NullMarked
package dev.torii.views.connection;

import org.jspecify.annotations.NullMarked;
