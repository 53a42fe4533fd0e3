/// What there is, how it is, and what needs attention next.
@NullMarked
package dev.torii.views.overview;

import org.jspecify.annotations.NullMarked;
