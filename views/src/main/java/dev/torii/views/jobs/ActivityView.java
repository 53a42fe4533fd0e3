package dev.torii.views.jobs;

import dev.torii.views.feedback.Placeholder;
import dev.torii.views.fx.ViewLoader;
import dev.torii.views.i18n.Messages;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The activity pane: a card for each job, newest first.
@SuppressWarnings("NullAway.Init")
public final class ActivityView {
    private static final int SHOWN = 50;

    private final ActivityViewModel model;
    private final Messages messages;
    private final Parent root;

    @FXML
    private StackPane stack;

    @FXML
    private VBox cards;

    @FXML
    private Button close;

    public ActivityView(ActivityViewModel model, ViewLoader loader, Runnable onClose) {
        this.model = model;
        this.messages = loader.messages();
        this.root = loader.load(this);
        close.setOnAction(event -> onClose.run());
        Placeholder empty = new Placeholder(messages, Feather.ACTIVITY, "activity.empty.title", "activity.empty.text");
        empty.visibleProperty().bind(javafx.beans.binding.Bindings.isEmpty(model.rows()));
        stack.getChildren().add(empty);
        model.rows().addListener((ListChangeListener<JobRow>) change -> rebuild());
        rebuild();
    }

    public Parent root() {
        return root;
    }

    private void rebuild() {
        List<JobCard> fresh = model.rows().stream()
                .limit(SHOWN)
                .map(row -> new JobCard(row, messages, cancelled -> model.cancel(cancelled.id())))
                .toList();
        cards.getChildren().setAll(fresh);
    }
}
