package dev.torii.views.inspection;

import dev.torii.models.recommendation.Cause;
import dev.torii.models.recommendation.Recommendation;
import dev.torii.views.chart.PartColours;
import dev.torii.views.chart.ScoreWaterfall;
import dev.torii.views.i18n.Formats;
import dev.torii.views.i18n.Messages;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Why one video was recommended: how its score adds up, which liked videos are near, what they share.
final class ReasonPane extends VBox {
    private static final int DIGITS = 2;
    private static final int CAUSES = 5;
    private static final int TERMS = 12;

    private final Messages messages;
    private final Formats formats;

    ReasonPane(Messages messages) {
        this.messages = messages;
        this.formats = new Formats(messages);
        getStyleClass().add("reasons");
    }

    void show(@Nullable Recommendation item, PartColours colours) {
        getChildren().clear();
        if (item == null) {
            Label none = new Label(messages.text("inspection.why.none"));
            none.setWrapText(true);
            none.getStyleClass().add("muted");
            getChildren().setAll(none);
            return;
        }
        Label title = new Label(
                messages.text("inspection.rank", item.rank(), item.video().title()));
        title.setWrapText(true);
        title.getStyleClass().add("cell-title");
        getChildren().addAll(title, new ScoreWaterfall(item.parts(), item.score(), colours, messages));
        if (!item.causes().isEmpty()) {
            getChildren().add(heading("inspection.causes"));
            item.causes().stream().limit(CAUSES).forEach(cause -> getChildren().add(line(cause)));
        }
        if (!item.sharedTerms().isEmpty()) {
            FlowPane chips = new FlowPane();
            chips.getStyleClass().add("chips");
            item.sharedTerms().stream()
                    .limit(TERMS)
                    .forEach(term -> chips.getChildren().add(chip(term)));
            getChildren().addAll(heading("inspection.shared"), chips);
        }
    }

    private Label heading(String key) {
        Label label = new Label(messages.text(key));
        label.setWrapText(true);
        label.getStyleClass().addAll("muted", "reason-heading");
        return label;
    }

    private HBox line(Cause cause) {
        Label title = new Label(cause.title());
        title.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label similarity = new Label(formats.decimal(cause.similarity(), DIGITS));
        similarity.setMinWidth(USE_PREF_SIZE);
        similarity.getStyleClass().add("muted");
        HBox line = new HBox(title, gap, similarity);
        line.getStyleClass().add("cause-line");
        return line;
    }

    private static Label chip(String term) {
        Label chip = new Label(term);
        chip.getStyleClass().add("chip");
        return chip;
    }
}
