/// The activity pane: every job of the engine with its progress, figures and the button that cancels it.
@NullMarked
package dev.torii.views.jobs;

import org.jspecify.annotations.NullMarked;
