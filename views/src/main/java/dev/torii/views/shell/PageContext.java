package dev.torii.views.shell;

import dev.torii.engine.Engine;
import dev.torii.views.feedback.Problems;
import dev.torii.views.fx.Threads;
import dev.torii.views.fx.ViewLoader;
import dev.torii.views.jobs.ActivityViewModel;
import dev.torii.views.navigation.Navigator;

/// What the pages of one engine are built from.
public record PageContext(
        Engine engine,
        ViewLoader loader,
        Threads threads,
        Problems problems,
        Navigator navigator,
        ActivityViewModel activity) {}
