/// Towers as TensorFlow.js layers models.
@NullMarked
package dev.torii.engine.embed.export.tfjs;

import org.jspecify.annotations.NullMarked;
