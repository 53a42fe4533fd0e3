package dev.torii.views.inspection;

import dev.torii.views.feedback.Phase;
import dev.torii.views.feedback.Placeholder;
import dev.torii.views.feedback.Problem;
import dev.torii.views.i18n.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows the content of an answer, or what stands in its place: not asked yet, awaited, empty, failed.
final class AnswerStates {
    private final Node content;
    private final Answer<?> answer;
    private final Placeholder placeholder;
    private final ProgressBar loading = new ProgressBar();
    private final Button retry;
    private @Nullable Button action;
    private String idleTitle = "state.loading";
    private String idleText = "state.loading";
    private String emptyTitle = "state.loading";
    private String emptyText = "state.loading";

    AnswerStates(StackPane area, Node content, Answer<?> answer, Messages messages) {
        this.content = content;
        this.answer = answer;
        placeholder = new Placeholder(messages, Feather.INBOX, "state.loading", "state.loading");
        retry = placeholder.action("action.retry", () -> {});
        loading.getStyleClass().add("thin-progress");
        loading.setMaxWidth(Double.MAX_VALUE);
        loading.accessibleTextProperty().bind(messages.observe("state.loading"));
        StackPane.setAlignment(loading, Pos.TOP_CENTER);
        area.getChildren().addAll(placeholder, loading);
        answer.phaseProperty().subscribe(this::show);
    }

    AnswerStates idle(String title, String text) {
        idleTitle = title;
        idleText = text;
        show(answer.phaseProperty().get());
        return this;
    }

    AnswerStates empty(String title, String text) {
        emptyTitle = title;
        emptyText = text;
        show(answer.phaseProperty().get());
        return this;
    }

    AnswerStates retry(Runnable again) {
        retry.setOnAction(event -> again.run());
        return this;
    }

    /// A way out of the empty and the failed state.
    AnswerStates action(String key, Runnable run) {
        action = placeholder.action(key, run);
        show(answer.phaseProperty().get());
        return this;
    }

    private void show(Phase phase) {
        boolean filled = answer.valueProperty().get() != null && phase != Phase.EMPTY;
        content.setVisible(filled);
        loading.setVisible(phase == Phase.LOADING);
        placeholder.setVisible(phase == Phase.IDLE || phase == Phase.EMPTY || phase == Phase.FAILED);
        set(retry, phase == Phase.FAILED);
        if (action != null) {
            set(action, phase == Phase.EMPTY || phase == Phase.FAILED);
        }
        Problem problem = answer.problemProperty().get();
        if (phase == Phase.FAILED && problem != null) {
            placeholder.say(problem);
        } else if (phase == Phase.EMPTY) {
            placeholder.say(Feather.INBOX, emptyTitle, emptyText);
        } else if (phase == Phase.IDLE) {
            placeholder.say(Feather.USER, idleTitle, idleText);
        }
    }

    private static void set(Button button, boolean there) {
        button.setVisible(there);
        button.setManaged(there);
    }
}
