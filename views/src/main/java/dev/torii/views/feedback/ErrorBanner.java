package dev.torii.views.feedback;

import atlantafx.base.theme.Styles;
import dev.torii.views.i18n.Localized;
import dev.torii.views.i18n.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The newest problem, over the page: its kind, what happened, what to try, and the button that puts it away.
public final class ErrorBanner extends HBox {
    private final Messages messages;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label advice = new Label();

    public ErrorBanner(Problems problems, Messages messages) {
        this.messages = messages;
        getStyleClass().add("error-banner");
        setAlignment(Pos.TOP_LEFT);
        title.getStyleClass().add("error-banner-title");
        detail.setWrapText(true);
        advice.setWrapText(true);
        advice.getStyleClass().add("muted");
        VBox words = new VBox(title, detail, advice);
        words.getStyleClass().add("error-banner-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button dismiss = new Button(null, new FontIcon(Feather.X));
        dismiss.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        dismiss.setOnAction(event -> problems.dismiss());
        Localized.explain(dismiss, "banner.dismiss", messages);
        getChildren().setAll(new FontIcon(Feather.ALERT_CIRCLE), words, dismiss);
        problems.currentProperty().addListener((source, before, now) -> show(now));
        show(problems.currentProperty().get());
    }

    private void show(@Nullable Problem problem) {
        setVisible(problem != null);
        setManaged(problem != null);
        if (problem != null) {
            title.textProperty().bind(messages.observe(() -> messages.text(problem.code())));
            detail.setText(problem.detail());
            advice.setText(problem.advice());
            advice.setManaged(!problem.advice().isBlank());
        }
    }
}
