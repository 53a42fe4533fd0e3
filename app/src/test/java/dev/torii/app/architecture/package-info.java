/// The laws of the house as tests: who may know whom, and how files and tests are written.
@NullMarked
package dev.torii.app.architecture;

import org.jspecify.annotations.NullMarked;
