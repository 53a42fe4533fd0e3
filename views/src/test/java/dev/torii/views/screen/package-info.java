@NullMarked
package dev.torii.views.screen;

import org.jspecify.annotations.NullMarked;
