/// Everything long is a job: progress, cancel, a log and a result.
@NullMarked
package dev.torii.engine.jobs;

import org.jspecify.annotations.NullMarked;
