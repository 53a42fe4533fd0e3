/// The jobs of all processes on one database.
@NullMarked
package dev.torii.engine.monitor.jobs;

import org.jspecify.annotations.NullMarked;
