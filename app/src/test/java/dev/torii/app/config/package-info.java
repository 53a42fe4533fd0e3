@NullMarked
package dev.torii.app.config;

import org.jspecify.annotations.NullMarked;
