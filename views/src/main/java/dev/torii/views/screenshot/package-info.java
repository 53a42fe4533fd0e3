/// Renders the console into pictures: for the README, and for the eyes of reviewers.
@NullMarked
package dev.torii.views.screenshot;

import org.jspecify.annotations.NullMarked;
