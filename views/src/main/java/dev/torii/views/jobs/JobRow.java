package dev.torii.views.jobs;

import dev.torii.models.job.JobSnapshot;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One job in the activity pane; its snapshot changes while it runs.
public final class JobRow {
    private final UUID id;
    private final ReadOnlyObjectWrapper<JobSnapshot> snapshot;

    JobRow(JobSnapshot first) {
        id = first.id();
        snapshot = new ReadOnlyObjectWrapper<>(first);
    }

    public UUID id() {
        return id;
    }

    public JobSnapshot snapshot() {
        return snapshot.get();
    }

    public ReadOnlyObjectProperty<JobSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    void update(JobSnapshot next) {
        snapshot.set(next);
    }
}
