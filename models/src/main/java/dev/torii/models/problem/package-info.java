/// Errors as the user meets them: a code, the values, and advice.
@NullMarked
package dev.torii.models.problem;

import org.jspecify.annotations.NullMarked;
