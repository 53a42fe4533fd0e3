/// The features of videos and users: one place, used by training and serving alike.
@NullMarked
package dev.torii.engine.embed.features;

import org.jspecify.annotations.NullMarked;
