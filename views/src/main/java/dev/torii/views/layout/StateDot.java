package dev.torii.views.layout;

import dev.torii.models.monitoring.PartState;
import java.util.Locale;
import javafx.scene.shape.Circle;

/// A dot in the colour of a state. The state is always written beside it: colour alone tells nothing.
public final class StateDot extends Circle {
    private static final double RADIUS = 4;

    public StateDot(PartState state) {
        super(RADIUS);
        getStyleClass().addAll("state-dot", "state-" + state.name().toLowerCase(Locale.ROOT));
    }
}
