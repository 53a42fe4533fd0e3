/// views
@NullMarked
package dev.torii.views;

import org.jspecify.annotations.NullMarked;
