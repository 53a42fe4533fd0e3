package dev.torii.views.chart;

import dev.torii.models.recommendation.ScorePart;
import dev.torii.views.i18n.Formats;
import dev.torii.views.i18n.Messages;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// How a score comes about: a line for each part, each bar beginning where the one above ended, and the sum below.
public final class ScoreWaterfall extends GridPane {
    private static final int DIGITS = 3;

    public ScoreWaterfall(List<ScorePart> parts, double score, PartColours colours, Messages messages) {
        getStyleClass().add("waterfall");
        Formats formats = new Formats(messages);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        values.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().setAll(names, bars, values);

        double low = Math.min(0, score);
        double high = Math.max(0, score);
        double running = 0;
        for (ScorePart part : parts) {
            running += part.value();
            low = Math.min(low, running);
            high = Math.max(high, running);
        }
        ScoreScale scale = new ScoreScale(low, high == low ? low + 1 : high);
        running = 0;
        int row = 0;
        for (ScorePart part : parts) {
            Label name = new Label(messages.find("score." + part.name()).orElse(part.name()));
            Label value = new Label(formats.signed(part.value(), DIGITS));
            addRow(row++, name, new Step(running, part.value(), scale, colours.styleClass(part.name())), value);
            running += part.value();
        }
        Label sum = new Label(messages.text("inspection.score"));
        sum.getStyleClass().add("waterfall-sum");
        Label total = new Label(formats.decimal(score, DIGITS));
        total.getStyleClass().add("waterfall-sum");
        addRow(row, sum, new Step(0, score, scale, "part-sum"), total);
    }
}
