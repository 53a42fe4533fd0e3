@NullMarked
package dev.torii.app.cli;

import org.jspecify.annotations.NullMarked;
