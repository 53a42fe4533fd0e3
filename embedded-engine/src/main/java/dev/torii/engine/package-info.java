/// The recommender: [dev.torii.engine.Engine] is its front door, one getter a service.
@NullMarked
package dev.torii.engine;

import org.jspecify.annotations.NullMarked;
