/// app
@NullMarked
package dev.torii.app;

import org.jspecify.annotations.NullMarked;
