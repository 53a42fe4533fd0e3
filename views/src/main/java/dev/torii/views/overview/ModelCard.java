package dev.torii.views.overview;

import dev.torii.models.embedding.ModelVersion;
import dev.torii.views.i18n.Formats;
import dev.torii.views.i18n.Messages;
import dev.torii.views.layout.CardPane;
import dev.torii.views.layout.ValueList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The model that answers, with what it reached on data that it had not seen.
final class ModelCard extends CardPane {
    private static final List<String> SHOWN = List.of("ndcg@10", "recall@10", "hit_rate@10", "coverage@10");
    /// The same metric of the popular videos, measured on the same users.
    private static final String BASELINE = "popular.";
    private static final int DIGITS = 3;

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
        for (String name : SHOWN) {
            Double value = metrics.get(name);
            if (value != null) {
                pane.getChildren().add(metric(name, value, metrics.get(BASELINE + name)));
            }
        }
        return pane;
    }

    private VBox metric(String name, double value, @Nullable Double baseline) {
        Label number = new Label(formats.decimal(value, DIGITS));
        number.getStyleClass().add("metric-value");
        Label label = new Label(messages.find("metric." + name).orElse(name));
        label.getStyleClass().add("muted");
        VBox box = new VBox(number, label);
        if (baseline != null) {
            Label beside = new Label(messages.text("overview.model.baseline", formats.decimal(baseline, DIGITS)));
            beside.getStyleClass().addAll("muted", "small");
            box.getChildren().add(beside);
        }
        return box;
    }
}
