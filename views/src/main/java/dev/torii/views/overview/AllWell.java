package dev.torii.views.overview;

import dev.torii.views.i18n.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands in the place of notes when nothing needs attention.
final class AllWell extends HBox {
    AllWell(Messages messages) {
        getStyleClass().addAll("note", "note-well");
        setAlignment(Pos.CENTER_LEFT);
        Label text = new Label();
        text.setWrapText(true);
        text.textProperty().bind(messages.observe("attention.none"));
        getChildren().setAll(new FontIcon(Feather.CHECK_CIRCLE), text);
    }
}
