package dev.torii.views.shell;

import dev.torii.views.connection.ConnectionState;
import dev.torii.views.connection.EngineConnection;
import dev.torii.views.feedback.Problems;
import dev.torii.views.fx.Threads;
import dev.torii.views.jobs.ActivityViewModel;
import dev.torii.views.navigation.NavigationTarget;
import dev.torii.views.navigation.Navigator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// The state of the window: where it is, how far the engine is, what runs, what went wrong.
public final class ShellViewModel implements AutoCloseable {
    private final EngineConnection connection;
    private final Threads threads;
    private final Navigator navigator;
    private final Problems problems = new Problems();
    private final ActivityViewModel activity;
    private final StatusViewModel status;
    private final BooleanProperty activityOpen = new SimpleBooleanProperty();

    public ShellViewModel(EngineConnection connection, NavigationTarget start, Threads threads) {
        this.connection = connection;
        this.threads = threads;
        navigator = new Navigator(start);
        activity = new ActivityViewModel(threads);
        status = new StatusViewModel(threads);
        activity.onFinished(job -> status.refresh());
        activity.runningProperty().addListener((source, before, now) -> {
            if (now.intValue() > before.intValue()) {
                activityOpen.set(true);
            }
        });
        connection.stateProperty().addListener((source, before, now) -> connected(now));
        connected(connection.state());
    }

    private void connected(ConnectionState state) {
        status.connected(state);
        if (state instanceof ConnectionState.Ready ready) {
            activity.watch(ready.engine().jobs());
        }
    }

    public EngineConnection connection() {
        return connection;
    }

    public Threads threads() {
        return threads;
    }

    public Navigator navigator() {
        return navigator;
    }

    public Problems problems() {
        return problems;
    }

    public ActivityViewModel activity() {
        return activity;
    }

    public StatusViewModel status() {
        return status;
    }

    /// Whether the activity pane is open; it opens by itself when a job starts.
    public BooleanProperty activityOpenProperty() {
        return activityOpen;
    }

    /// Stops asking; the engine stays open.
    @Override
    public void close() {
        status.close();
    }
}
