package dev.torii.views.jobs;

import atlantafx.base.theme.Styles;
import dev.torii.models.job.JobSnapshot;
import dev.torii.models.job.JobState;
import dev.torii.views.i18n.Localized;
import dev.torii.views.i18n.Messages;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One job in the activity pane.
final class JobCard extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final JobText texts;
    private final FontIcon icon = new FontIcon(Feather.LOADER);
    private final Label title = new Label();
    private final Button cancel = new Button(null, new FontIcon(Feather.X));
    private final ProgressBar bar = new ProgressBar();
    private final Label stage = line("job-stage");
    private final Label progress = line("muted");
    private final Label figures = line("job-figures");
    private final Label failure = line("job-failure");
    private final Label advice = line("muted");

    JobCard(JobRow row, Messages messages, Consumer<JobRow> onCancel) {
        texts = new JobText(messages);
        getStyleClass().add("job-card");
        title.getStyleClass().add("job-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        cancel.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        cancel.setOnAction(event -> onCancel.accept(row));
        Localized.explain(cancel, "activity.cancel", messages);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(messages.observe(() -> texts.title(row.snapshot()), row.snapshotProperty()));
        HBox head = new HBox(icon, title, cancel);
        head.getStyleClass().add("job-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, bar, stage, progress, figures, failure, advice);
        row.snapshotProperty().addListener((source, before, now) -> show(now));
        messages.languageProperty().addListener((source, before, now) -> show(row.snapshot()));
        show(row.snapshot());
    }

    private void show(JobSnapshot job) {
        JobState state = job.state();
        pseudoClassStateChanged(FAILED, state == JobState.FAILED);
        pseudoClassStateChanged(DONE, state == JobState.DONE);
        icon.setIconCode(
                switch (state) {
                    case WAITING -> Feather.CLOCK;
                    case RUNNING -> Feather.ACTIVITY;
                    case DONE -> Feather.CHECK_CIRCLE;
                    case FAILED -> Feather.ALERT_CIRCLE;
                    case CANCELLED -> Feather.SLASH;
                });
        title.setText(texts.title(job));
        set(cancel, !state.isFinished());
        set(bar, !state.isFinished());
        bar.setProgress(job.progress().fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS));
        say(stage, texts.stage(job));
        say(progress, texts.progress(job));
        say(figures, texts.figures(job));
        say(failure, job.failure() == null || state == JobState.CANCELLED ? "" : job.failure());
        say(advice, job.advice() == null || state == JobState.CANCELLED ? "" : job.advice());
    }

    private static void say(Label label, String text) {
        label.setText(text);
        set(label, !text.isBlank());
    }

    private static void set(javafx.scene.Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private static Label line(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().addAll("job-line", style);
        return label;
    }
}
