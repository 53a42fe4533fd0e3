@NullMarked
package dev.torii.engine.jobs;

import org.jspecify.annotations.NullMarked;
