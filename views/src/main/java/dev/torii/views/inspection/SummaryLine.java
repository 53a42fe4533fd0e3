package dev.torii.views.inspection;

import dev.torii.models.recommendation.RecommendationList;
import dev.torii.views.i18n.Formats;
import dev.torii.views.i18n.Messages;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What is said above the recommendations: how many passed, by which model, how fast; and which colour is which
/// part of the score.
final class SummaryLine {
    private SummaryLine() {}

    static void show(@Nullable RecommendationList list, Label summary, HBox legend, ScoreLook look, Messages messages) {
        boolean there = list != null;
        summary.setVisible(there);
        summary.setManaged(there);
        legend.setVisible(there);
        legend.setManaged(there);
        if (list == null) {
            return;
        }
        Formats formats = new Formats(messages);
        String key = list.coldStart() ? "inspection.summary.cold" : "inspection.summary";
        summary.setText(messages.text(
                key,
                formats.count(list.eligible()),
                formats.count(list.excluded()),
                list.modelVersion(),
                formats.duration(list.elapsed())));
        List<Label> entries = look.colours().names().stream()
                .map(name -> entry(
                        messages.find("score." + name).orElse(name),
                        look.colours().styleClass(name)))
                .toList();
        legend.getChildren().setAll(entries);
    }

    private static Label entry(String name, String styleClass) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", styleClass);
        Label label = new Label(name, swatch);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
