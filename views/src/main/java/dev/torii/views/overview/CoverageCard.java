package dev.torii.views.overview;

import dev.torii.models.catalog.CatalogCounts;
import dev.torii.views.i18n.Formats;
import dev.torii.views.i18n.Messages;
import dev.torii.views.layout.CardPane;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How much of the catalogue and of the users has a vector.
final class CoverageCard extends CardPane {
    private final Messages messages;
    private final Formats formats;

    CoverageCard(Messages messages) {
        super(messages, "overview.coverage");
        this.messages = messages;
        this.formats = new Formats(messages);
    }

    void show(CatalogCounts counts) {
        setBody(
                line(messages.text("overview.videos"), counts.videosEmbedded(), counts.videos()),
                line(messages.text("overview.users"), counts.usersEmbedded(), counts.users()));
    }

    private VBox line(String name, long embedded, long all) {
        double share = all == 0 ? 0 : (double) embedded / all;
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label value = new Label(messages.text(
                "overview.coverage.value", formats.percent(share), formats.count(embedded), formats.count(all)));
        ProgressBar bar = new ProgressBar(share);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(name + " " + value.getText());
        VBox box = new VBox(new HBox(label, gap, value), bar);
        box.getStyleClass().add("coverage-line");
        return box;
    }
}
