/// Texts in Japanese and English, switched while the console runs. A view binds to [Messages#observe] or names a
/// key in its FXML with [Localized]; numbers, dates and durations go through [Formats].
@NullMarked
package dev.torii.views.i18n;

import org.jspecify.annotations.NullMarked;
