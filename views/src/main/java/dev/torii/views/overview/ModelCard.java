package dev.torii.views.overview;

import dev.torii.models.embedding.ModelVersion;
import dev.torii.views.i18n.Formats;
import dev.torii.views.i18n.Messages;
import dev.torii.views.layout.CardPane;
import dev.torii.views.layout.ValueList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The model that answers, with what it reached on data that it had not seen.
final class ModelCard extends CardPane {
    private static final int METRICS = 4;
    private static final List<String> FIRST = List.of("ndcg@10", "recall@10", "hit_rate@10", "coverage@10");

    private final Messages messages;
    private final Formats formats;

    ModelCard(Messages messages) {
        super(messages, "overview.model");
        this.messages = messages;
        this.formats = new Formats(messages);
    }

    void show(@Nullable ModelVersion model) {
        if (model == null) {
            Label none = new Label(messages.text("overview.model.none"));
            none.setWrapText(true);
            none.getStyleClass().add("muted");
            setBody(none);
            return;
        }
        ValueList values = new ValueList()
                .add(messages.text("overview.model.version"), model.version())
                .add(messages.text("overview.model.dimension"), formats.count(model.dimension()))
                .add(messages.text("overview.model.trained"), formats.dateTime(model.createdAt()));
        setBody(values, metrics(model.metrics()));
    }

    private FlowPane metrics(Map<String, Double> metrics) {
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("metrics");
        metrics.entrySet().stream()
                .sorted((a, b) -> Integer.compare(place(a.getKey()), place(b.getKey())) != 0
                        ? Integer.compare(place(a.getKey()), place(b.getKey()))
                        : a.getKey().compareTo(b.getKey()))
                .limit(METRICS)
                .forEach(metric -> pane.getChildren().add(metric(metric.getKey(), metric.getValue())));
        return pane;
    }

    private VBox metric(String name, double value) {
        Label number = new Label(
                value == Math.rint(value) && Math.abs(value) > 1
                        ? formats.count((long) value)
                        : formats.decimal(value, 3));
        number.getStyleClass().add("metric-value");
        Label label = new Label(messages.find("metric." + name).orElse(name.toLowerCase(Locale.ROOT)));
        label.getStyleClass().add("muted");
        return new VBox(number, label);
    }

    private static int place(String name) {
        int place = FIRST.indexOf(name);
        return place < 0 ? FIRST.size() : place;
    }
}
