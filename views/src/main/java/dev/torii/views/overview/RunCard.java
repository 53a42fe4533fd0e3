package dev.torii.views.overview;

import dev.torii.models.sync.SyncCounts;
import dev.torii.models.sync.SyncRun;
import dev.torii.views.i18n.Formats;
import dev.torii.views.i18n.Messages;
import dev.torii.views.layout.CardPane;
import dev.torii.views.layout.ValueList;
import java.time.Duration;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// The newest run that brought data in.
final class RunCard extends CardPane {
    private final Messages messages;
    private final Formats formats;

    RunCard(Messages messages) {
        super(messages, "overview.run");
        this.messages = messages;
        this.formats = new Formats(messages);
    }

    void show(@Nullable SyncRun run) {
        if (run == null) {
            Label none = new Label(messages.text("overview.run.none"));
            none.setWrapText(true);
            none.getStyleClass().add("muted");
            setBody(none);
            return;
        }
        SyncCounts counts = run.counts();
        ValueList values = new ValueList()
                .add(
                        messages.text("overview.run.source"),
                        messages.find("source." + run.source()).orElse(run.source()))
                .add(messages.text("overview.run.state"), state(run))
                .add(messages.text("overview.run.started"), formats.dateTime(run.startedAt()))
                .add(
                        messages.text("overview.run.read"),
                        messages.text(
                                "overview.run.counts",
                                formats.count(counts.read()),
                                formats.count(counts.added()),
                                formats.count(counts.changed())))
                .add(messages.text("overview.run.quarantined"), formats.count(counts.quarantined()));
        setBody(values);
    }

    private String state(SyncRun run) {
        String state = messages.text(run.state());
        return run.finishedAt() == null
                ? state
                : messages.text(
                        "overview.run.stateAfter",
                        state,
                        formats.duration(Duration.between(run.startedAt(), run.finishedAt())));
    }
}
