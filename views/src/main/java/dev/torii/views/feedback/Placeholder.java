package dev.torii.views.feedback;

import dev.torii.views.i18n.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where there is nothing to show: why, and what to do next.
public final class Placeholder extends VBox {
    private final Messages messages;
    private final FontIcon icon;
    private final Label title = new Label();
    private final Label text = new Label();

    public Placeholder(Messages messages, Feather icon, String titleKey, String textKey) {
        this.messages = messages;
        this.icon = new FontIcon(icon);
        getStyleClass().add("placeholder");
        setAlignment(Pos.CENTER);
        setPickOnBounds(false);
        title.getStyleClass().add("placeholder-title");
        title.setWrapText(true);
        text.getStyleClass().add("placeholder-text");
        text.setWrapText(true);
        getChildren().setAll(this.icon, title, text);
        title.textProperty().bind(messages.observe(titleKey));
        text.textProperty().bind(messages.observe(textKey));
    }

    /// Says something else than at first.
    public void say(Feather newIcon, String titleKey, String textKey) {
        icon.setIconCode(newIcon);
        title.textProperty().bind(messages.observe(titleKey));
        text.textProperty().bind(messages.observe(textKey));
    }

    /// Says what went wrong: the kind of error in the reader's language, then the error's own words.
    public void say(Problem problem) {
        icon.setIconCode(Feather.ALERT_CIRCLE);
        title.textProperty().bind(messages.observe(() -> messages.text(problem.code())));
        text.textProperty().unbind();
        text.setText(problem.advice().isBlank() ? problem.detail() : problem.detail() + "\n" + problem.advice());
    }

    /// Adds the button that does what comes next.
    public Button action(String key, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(messages.observe(key));
        button.setOnAction(event -> action.run());
        getChildren().add(button);
        return button;
    }
}
