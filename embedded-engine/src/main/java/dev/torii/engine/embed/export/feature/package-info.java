/// The computation of features as a specification with examples.
@NullMarked
package dev.torii.engine.embed.export.feature;

import org.jspecify.annotations.NullMarked;
