/// The people: who calls, who watched, liked or skipped what.
@NullMarked
package dev.torii.models.people;

import org.jspecify.annotations.NullMarked;
