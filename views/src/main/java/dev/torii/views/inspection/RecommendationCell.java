package dev.torii.views.inspection;

import dev.torii.models.recommendation.Recommendation;
import dev.torii.views.chart.Cover;
import dev.torii.views.chart.ScoreBar;
import dev.torii.views.i18n.Formats;
import dev.torii.views.i18n.Messages;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A recommended video: rank, cover, title, reason, and the score with its parts.
final class RecommendationCell extends ListCell<Recommendation> {
    private static final double COVER_WIDTH = 64;
    private static final double COVER_HEIGHT = 48;
    private static final int DIGITS = 3;

    private final ReasonText reasons;
    private final Formats formats;
    private final Supplier<ScoreLook> look;
    private final Label rank = new Label();
    private final Cover cover = new Cover(COVER_WIDTH, COVER_HEIGHT);
    private final Label title = new Label();
    private final Label about = new Label();
    private final Label reason = new Label();
    private final Label score = new Label();
    private final StackPane bar = new StackPane();
    private final HBox box;

    RecommendationCell(Messages messages, Supplier<ScoreLook> look) {
        this.reasons = new ReasonText(messages);
        this.formats = new Formats(messages);
        this.look = look;
        rank.getStyleClass().add("rank");
        title.getStyleClass().add("cell-title");
        about.getStyleClass().add("muted");
        reason.getStyleClass().add("reason");
        score.getStyleClass().add("score");
        VBox words = new VBox(title, about, reason);
        words.getStyleClass().add("recommendation-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox number = new VBox(score, bar);
        number.getStyleClass().add("recommendation-score");
        number.setAlignment(Pos.CENTER_RIGHT);
        box = new HBox(rank, cover, words, number);
        box.getStyleClass().add("recommendation-cell");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Recommendation item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        rank.setText(formats.count(item.rank()));
        cover.show(item.video());
        title.setText(item.video().title());
        about.setText(reasons.about(item.video()));
        reason.setText(reasons.reason(item));
        score.setText(formats.decimal(item.score(), DIGITS));
        bar.getChildren()
                .setAll(new ScoreBar(
                        item.parts(), look.get().scale(), look.get().colours()));
        setAccessibleText(rank.getText() + " " + title.getText() + " " + score.getText() + " " + reason.getText());
        setGraphic(box);
    }
}
