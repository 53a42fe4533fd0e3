package dev.torii.views.overview;

import dev.torii.models.monitoring.PartHealth;
import dev.torii.views.i18n.Messages;
import dev.torii.views.layout.CardPane;
import dev.torii.views.layout.StateDot;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The parts of the system, each with its state and its own words.
final class HealthCard extends CardPane {
    private static final double NAME_WIDTH = 110;
    private static final double STATE_WIDTH = 90;

    private final Messages messages;

    HealthCard(Messages messages) {
        super(messages, "overview.health");
        this.messages = messages;
    }

    void show(List<PartHealth> parts) {
        setBody(parts.stream().map(this::line).toArray(HBox[]::new));
    }

    private HBox line(PartHealth part) {
        Label name = new Label(messages.find("part." + part.part()).orElse(part.part()));
        name.setMinWidth(NAME_WIDTH);
        Label state = new Label(messages.text(part.state()));
        state.setMinWidth(STATE_WIDTH);
        Label detail = new Label(part.detail());
        detail.setWrapText(true);
        detail.getStyleClass().add("muted");
        VBox words = new VBox(detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(new StateDot(part.state()), name, state, words);
        line.getStyleClass().add("health-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
