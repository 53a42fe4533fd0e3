package dev.torii.views.layout;

import dev.torii.views.i18n.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A framed piece of a page with a heading.
public class CardPane extends VBox {
    private final VBox body = new VBox();

    public CardPane(Messages messages, String titleKey) {
        getStyleClass().add("card-pane");
        body.getStyleClass().add("card-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        Label title = new Label();
        title.getStyleClass().add("card-title");
        title.textProperty().bind(messages.observe(titleKey));
        getChildren().setAll(title, body);
    }

    /// Replaces what stands under the heading.
    public final void setBody(Node... nodes) {
        body.getChildren().setAll(nodes);
    }
}
