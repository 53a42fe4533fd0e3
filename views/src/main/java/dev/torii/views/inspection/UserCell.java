package dev.torii.views.inspection;

import dev.torii.models.people.UserSummary;
import dev.torii.views.i18n.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A user in the list of those found.
final class UserCell extends ListCell<UserSummary> {
    private final Messages messages;
    private final Label name = new Label();
    private final Label figures = new Label();
    private final VBox box = new VBox(name, figures);

    UserCell(Messages messages) {
        this.messages = messages;
        name.getStyleClass().add("cell-title");
        figures.getStyleClass().add("muted");
        box.getStyleClass().add("user-cell");
        box.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable UserSummary user, boolean empty) {
        super.updateItem(user, empty);
        if (empty || user == null) {
            setGraphic(null);
            return;
        }
        name.setText(user.externalId());
        figures.setText(messages.text(
                "inspection.user.line",
                messages.find("source." + user.source()).orElse(user.source()),
                messages.plural("inspection.interactions", user.interactions())));
        setGraphic(box);
    }
}
