/// The `torii` command: a class for each command, and what they share.
@NullMarked
package dev.torii.app.cli;

import org.jspecify.annotations.NullMarked;
