/// From a user to a list of videos with reasons.
@NullMarked
package dev.torii.engine.recommend;

import org.jspecify.annotations.NullMarked;
