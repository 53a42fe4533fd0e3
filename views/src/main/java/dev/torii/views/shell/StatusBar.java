package dev.torii.views.shell;

import dev.torii.models.monitoring.PartHealth;
import dev.torii.views.i18n.Messages;
import dev.torii.views.layout.StateDot;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The parts of the system with their states, along the lower edge of the window.
final class StatusBar extends HBox {
    private final StatusViewModel model;
    private final Messages messages;

    StatusBar(StatusViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("status-parts");
        setAlignment(Pos.CENTER_LEFT);
        InvalidationListener repaint = source -> show();
        model.parts().addListener(repaint);
        messages.languageProperty().addListener(repaint);
        show();
    }

    private void show() {
        getChildren().setAll(model.parts().stream().map(this::label).toList());
    }

    private Label label(PartHealth part) {
        String name = messages.find("part." + part.part()).orElse(part.part());
        Label label = new Label(messages.text("status.part", name, messages.text(part.state())));
        label.setGraphic(new StateDot(part.state()));
        label.setMinWidth(USE_PREF_SIZE);
        if (!part.detail().isBlank()) {
            label.setTooltip(new Tooltip(part.detail()));
            label.setAccessibleHelp(part.detail());
        }
        return label;
    }
}
