/// How the console speaks of what is loading, empty or went wrong.
@NullMarked
package dev.torii.views.feedback;

import org.jspecify.annotations.NullMarked;
