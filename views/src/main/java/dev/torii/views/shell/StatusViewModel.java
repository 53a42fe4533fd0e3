package dev.torii.views.shell;

import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.monitoring.PartState;
import dev.torii.views.connection.ConnectionState;
import dev.torii.views.feedback.Problems;
import dev.torii.views.fx.LatestRequest;
import dev.torii.views.fx.Threads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The state of database, model and index for the status bar, asked for again every few seconds.
public final class StatusViewModel {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final List<String> PARTS = List.of("database", "model", "index");

    private final Threads threads;
    private final LatestRequest asking;
    private final ObservableList<PartHealth> parts = FXCollections.observableArrayList();
    private @Nullable Callable<List<PartHealth>> source;
    private boolean closed;

    public StatusViewModel(Threads threads) {
        this.threads = threads;
        this.asking = new LatestRequest(threads);
        parts.setAll(starting());
    }

    public ObservableList<PartHealth> parts() {
        return parts;
    }

    /// Takes over the state of the connection.
    public void connected(ConnectionState state) {
        switch (state) {
            case ConnectionState.Starting ignored -> {
                source = null;
                asking.forget();
                parts.setAll(starting());
            }
            case ConnectionState.Failed failed -> {
                source = null;
                asking.forget();
                parts.setAll(new PartHealth(
                        PARTS.getFirst(), PartState.DOWN, failed.problem().detail()));
            }
            case ConnectionState.Ready ready ->
                watch(() -> ready.engine().health().parts());
        }
    }

    /// Asks `health` now and from time to time.
    void watch(Callable<List<PartHealth>> health) {
        source = health;
        refresh();
        threads.later(INTERVAL, () -> again(health));
    }

    /// Asks now.
    public void refresh() {
        Callable<List<PartHealth>> health = source;
        if (health != null) {
            asking.ask(health, this::show, this::fail);
        }
    }

    public void close() {
        closed = true;
        asking.forget();
    }

    private static List<PartHealth> starting() {
        return PARTS.stream()
                .map(part -> new PartHealth(part, PartState.STARTING, ""))
                .toList();
    }

    private void again(Callable<List<PartHealth>> health) {
        if (!closed && health.equals(source)) {
            watch(health);
        }
    }

    private void show(List<PartHealth> answer) {
        if (!parts.equals(answer)) {
            parts.setAll(answer);
        }
    }

    private void fail(Throwable failure) {
        parts.setAll(new PartHealth(
                PARTS.getFirst(), PartState.DOWN, Problems.logged(failure).detail()));
    }
}
