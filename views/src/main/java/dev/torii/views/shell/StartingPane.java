package dev.torii.views.shell;

import dev.torii.views.i18n.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// What stands in the window while the engine opens.
final class StartingPane extends VBox {
    StartingPane(Messages messages) {
        getStyleClass().add("placeholder");
        setAlignment(Pos.CENTER);
        Label title = new Label();
        title.getStyleClass().add("placeholder-title");
        title.textProperty().bind(messages.observe("starting.title"));
        Label text = new Label();
        text.getStyleClass().add("placeholder-text");
        text.setWrapText(true);
        text.textProperty().bind(messages.observe("starting.text"));
        ProgressBar bar = new ProgressBar();
        bar.accessibleTextProperty().bind(messages.observe("starting.title"));
        getChildren().setAll(title, bar, text);
    }
}
