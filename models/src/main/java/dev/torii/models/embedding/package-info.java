/// Model versions and the states of their life.
@NullMarked
package dev.torii.models.embedding;

import org.jspecify.annotations.NullMarked;
