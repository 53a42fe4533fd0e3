@NullMarked
package dev.torii.app.cli.output;

import org.jspecify.annotations.NullMarked;
