/// The state of each part of the system.
@NullMarked
package dev.torii.models.monitoring;

import org.jspecify.annotations.NullMarked;
