package dev.torii.views.shell;

import atlantafx.base.theme.Styles;
import dev.torii.views.i18n.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Asked once when the window is to be closed while jobs run: closing stops them. The buttons say what they do.
final class QuitQuestion extends StackPane {
    QuitQuestion(int running, Messages messages, Runnable stay, Runnable quit) {
        getStyleClass().add("scrim");
        Label title = new Label();
        title.getStyleClass().add("placeholder-title");
        title.textProperty().bind(messages.observe(() -> messages.plural("quit.title", running)));
        Label text = new Label();
        text.setWrapText(true);
        text.textProperty().bind(messages.observe("quit.text"));
        Button keep = new Button();
        keep.textProperty().bind(messages.observe("quit.stay"));
        keep.setDefaultButton(true);
        keep.setCancelButton(true);
        keep.setOnAction(event -> stay.run());
        Button leave = new Button();
        leave.setId("quit-leave");
        leave.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        leave.textProperty().bind(messages.observe("quit.leave"));
        leave.setOnAction(event -> quit.run());
        HBox buttons = new HBox(leave, keep);
        buttons.getStyleClass().add("question-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(title, text, buttons);
        card.getStyleClass().addAll("card-pane", "question");
        card.setMaxHeight(USE_PREF_SIZE);
        getChildren().setAll(card);
    }
}
