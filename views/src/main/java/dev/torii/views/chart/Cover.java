package dev.torii.views.chart;

import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// What stands for a video's picture: the initial of its title on the colour of its first genre. Nothing is
/// loaded from outside.
public final class Cover extends StackPane {
    private static final int COLOURS = 12;
    /// Spreads the hashes of short names (Knuth's multiplicative hashing).
    private static final int SPREAD = 0x9E3779B9;
    private static final int SPREAD_SHIFT = 16;

    private final Label initial = new Label();
    private String colour = "cover-0";

    public Cover(double width, double height) {
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        initial.getStyleClass().add("cover-initial");
        getStyleClass().addAll("cover", colour);
        setMouseTransparent(true);
        getChildren().setAll(initial);
    }

    public void show(Video video) {
        String title = video.title().strip();
        initial.setText(title.isEmpty() ? "?" : title.substring(0, title.offsetByCodePoints(0, 1)));
        String genre = video.names(TermKind.GENRE).stream().findFirst().orElse("");
        getStyleClass().remove(colour);
        colour = "cover-" + ((genre.hashCode() * SPREAD) >>> SPREAD_SHIFT) % COLOURS;
        getStyleClass().add(colour);
    }
}
