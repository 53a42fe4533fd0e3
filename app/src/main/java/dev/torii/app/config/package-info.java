/// The configuration: one record tree, the table of its keys, and the sources that fill it.
@NullMarked
package dev.torii.app.config;

import org.jspecify.annotations.NullMarked;
