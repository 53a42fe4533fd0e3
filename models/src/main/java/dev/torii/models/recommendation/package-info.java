/// What is asked of the recommender and what it answers, with its reasons.
@NullMarked
package dev.torii.models.recommendation;

import org.jspecify.annotations.NullMarked;
