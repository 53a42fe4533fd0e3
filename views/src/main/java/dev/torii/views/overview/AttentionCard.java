package dev.torii.views.overview;

import atlantafx.base.theme.Styles;
import dev.torii.models.job.JobKind;
import dev.torii.views.i18n.Messages;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableSet;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One thing that needs attention, with the button that does it. The button rests while such a job runs.
final class AttentionCard extends HBox {
    AttentionCard(
            Attention item, Messages messages, ObservableSet<JobKind> runningKinds, Consumer<OverviewAction> start) {
        getStyleClass().addAll("note", item.kind().isTrouble() ? "note-trouble" : "note-next");
        setAlignment(Pos.CENTER_LEFT);
        String key = "attention." + item.kind().name();
        Label title = new Label();
        title.getStyleClass().add("note-title");
        title.setWrapText(true);
        title.textProperty().bind(messages.observe(key + ".title"));
        Label text = new Label();
        text.setWrapText(true);
        text.textProperty().bind(messages.observe(key + ".text"));
        VBox words = new VBox(title, text);
        words.getStyleClass().add("note-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!item.detail().isBlank()) {
            Label detail = new Label(item.detail());
            detail.setWrapText(true);
            detail.getStyleClass().add("muted");
            words.getChildren().add(detail);
        }
        FontIcon icon = new FontIcon(item.kind().isTrouble() ? Feather.ALERT_TRIANGLE : Feather.ARROW_RIGHT_CIRCLE);
        getChildren().setAll(icon, words);
        OverviewAction action = item.action();
        if (action != null) {
            getChildren().add(button(action, messages, runningKinds, start));
        }
    }

    private static Button button(
            OverviewAction action,
            Messages messages,
            ObservableSet<JobKind> runningKinds,
            Consumer<OverviewAction> start) {
        Button button = new Button();
        button.setId("start-" + action.name());
        button.getStyleClass().add(Styles.ACCENT);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> start.accept(action));
        var busy = Bindings.createBooleanBinding(() -> runningKinds.contains(action.jobKind()), runningKinds);
        button.disableProperty().bind(busy);
        button.textProperty()
                .bind(messages.observe(
                        () -> busy.get() ? messages.text("attention.running") : messages.text(action), busy));
        return button;
    }
}
