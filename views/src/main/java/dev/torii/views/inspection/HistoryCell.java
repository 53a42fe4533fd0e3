package dev.torii.views.inspection;

import dev.torii.models.people.HistoryEntry;
import dev.torii.views.chart.Cover;
import dev.torii.views.i18n.Formats;
import dev.torii.views.i18n.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A line of the history: which video, what was done, when.
final class HistoryCell extends ListCell<HistoryEntry> {
    private static final double COVER = 32;

    private final Messages messages;
    private final Formats formats;
    private final Cover cover = new Cover(COVER, COVER);
    private final Label title = new Label();
    private final Label what = new Label();
    private final HBox box;

    HistoryCell(Messages messages) {
        this.messages = messages;
        this.formats = new Formats(messages);
        title.getStyleClass().add("cell-title");
        what.getStyleClass().add("muted");
        VBox words = new VBox(title, what);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        box = new HBox(cover, words);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("history-cell");
        box.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable HistoryEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        cover.show(entry.video());
        title.setText(entry.video().title());
        what.setText(messages.text("inspection.history.line", deed(entry), formats.date(entry.at())));
        setGraphic(box);
    }

    private String deed(HistoryEntry entry) {
        return switch (entry.kind()) {
            case RATING -> messages.text("deed.rating", formats.decimal(entry.value(), 1));
            case VIEW -> messages.text("deed.view", formats.count(Math.round(entry.value() * 100)));
            case PURCHASE -> messages.text("deed.purchase");
            case LIKE -> messages.text("deed.like");
            case SKIP -> messages.text("deed.skip");
        };
    }
}
