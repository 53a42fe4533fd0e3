package dev.torii.views.jobs;

import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobSnapshot;
import dev.torii.views.fx.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// Every job of the engine, newest first. A job reports as often as it likes; the screen hears of it at most once
/// an interval.
public final class ActivityViewModel {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final Threads threads;
    private final Duration interval;
    private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();
    private final ObservableSet<JobKind> runningKinds = FXCollections.observableSet(EnumSet.noneOf(JobKind.class));
    private final List<Consumer<JobSnapshot>> finishListeners = new ArrayList<>();
    private final Map<UUID, JobSnapshot> pending = new LinkedHashMap<>();
    private boolean drainPlanned;
    private @Nullable Jobs jobs;

    public ActivityViewModel(Threads threads) {
        this(threads, INTERVAL);
    }

    /// @param interval how long changes are collected before the screen hears of them
    public ActivityViewModel(Threads threads, Duration interval) {
        this.threads = threads;
        this.interval = interval;
    }

    /// Newest first; changes on the screen's thread only.
    public ObservableList<JobRow> rows() {
        return rows;
    }

    /// How many are waiting or running.
    public ReadOnlyIntegerProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// The kinds of which at least one job is waiting or running.
    public ObservableSet<JobKind> runningKinds() {
        return runningKinds;
    }

    /// Begins to show the jobs of an engine, those included that it already has.
    public void watch(Jobs watched) {
        jobs = watched;
        rows.clear();
        watched.onChange(this::changed);
        watched.list().reversed().forEach(this::changed);
    }

    /// Calls `listener` on the screen's thread when a job ended, whichever way.
    public void onFinished(Consumer<JobSnapshot> listener) {
        finishListeners.add(listener);
    }

    public void cancel(UUID id) {
        Jobs watched = jobs;
        if (watched != null) {
            watched.find(id).ifPresent(Job::cancel);
        }
    }

    private void changed(JobSnapshot snapshot) {
        synchronized (pending) {
            pending.put(snapshot.id(), snapshot);
            if (drainPlanned) {
                return;
            }
            drainPlanned = true;
        }
        threads.later(interval, this::drain);
    }

    private void drain() {
        List<JobSnapshot> changes;
        synchronized (pending) {
            changes = List.copyOf(pending.values());
            pending.clear();
            drainPlanned = false;
        }
        List<JobSnapshot> finished = new ArrayList<>();
        for (JobSnapshot change : changes) {
            if (apply(change) && change.state().isFinished()) {
                finished.add(change);
            }
        }
        List<JobKind> alive = rows.stream()
                .filter(row -> !row.snapshot().state().isFinished())
                .map(row -> row.snapshot().kind())
                .toList();
        running.set(alive.size());
        runningKinds.retainAll(alive);
        runningKinds.addAll(alive);
        finished.forEach(snapshot -> finishListeners.forEach(listener -> listener.accept(snapshot)));
    }

    /// Whether the state of the job changed by it.
    private boolean apply(JobSnapshot change) {
        for (JobRow row : rows) {
            if (row.id().equals(change.id())) {
                boolean moved = row.snapshot().state() != change.state();
                if (!row.snapshot().state().isFinished()) {
                    row.update(change);
                }
                return moved;
            }
        }
        rows.addFirst(new JobRow(change));
        return true;
    }
}
