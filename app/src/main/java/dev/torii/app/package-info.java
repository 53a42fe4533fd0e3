/// The composition root: the `torii` process.
@NullMarked
package dev.torii.app;

import org.jspecify.annotations.NullMarked;
