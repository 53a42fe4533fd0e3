/// Refusals and failures as the caller meets them: one shape, one place that maps every exception to it.
@NullMarked
package dev.torii.app.http.problem;

import org.jspecify.annotations.NullMarked;
