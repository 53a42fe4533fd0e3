/// What those who run the server ask it: whether it lives, whether it is ready, and its figures.
@NullMarked
package dev.torii.app.http.operations;

import org.jspecify.annotations.NullMarked;
