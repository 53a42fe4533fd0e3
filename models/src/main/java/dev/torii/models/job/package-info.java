/// Everything long: kinds, states and progress of jobs.
@NullMarked
package dev.torii.models.job;

import org.jspecify.annotations.NullMarked;
