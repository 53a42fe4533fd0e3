/// The state of each part.
@NullMarked
package dev.torii.engine.monitor.health;

import org.jspecify.annotations.NullMarked;
