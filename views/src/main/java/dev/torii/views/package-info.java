/// The JavaFX console. One package a feature, each with a View (FXML skeleton and its controller) and a
/// ViewModel that knows no control; `i18n`, `fx`, `feedback`, `chart` and `theme` are the shared workshop below
/// them, `shell` puts all together. This package holds the two doors: [ConsoleApp] opens the window,
/// [ConsoleScreenshots] renders the views into pictures.
@NullMarked
package dev.torii.views;

import org.jspecify.annotations.NullMarked;
