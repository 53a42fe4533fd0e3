package dev.torii.views.inspection;

import dev.torii.models.people.UserSummary;
import dev.torii.views.i18n.Formats;
import dev.torii.views.i18n.Messages;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who is under the glass.
final class UserHeading extends VBox {
    private final Messages messages;
    private final Formats formats;
    private final Label name = new Label();
    private final Label figures = new Label();

    UserHeading(Messages messages) {
        this.messages = messages;
        this.formats = new Formats(messages);
        name.getStyleClass().add("user-name");
        figures.getStyleClass().add("muted");
        figures.setWrapText(true);
        getChildren().setAll(name, figures);
    }

    void show(@Nullable UserSummary user) {
        setVisible(user != null);
        setManaged(user != null);
        if (user == null) {
            return;
        }
        name.setText(messages.text("inspection.user", user.externalId()));
        String line = messages.text(
                "inspection.user.figures",
                messages.find("source." + user.source()).orElse(user.source()),
                formats.count(user.interactions()),
                formats.count(user.likes()),
                formats.count(user.skips()));
        figures.setText(
                user.lastActiveAt() == null
                        ? line
                        : line + " · " + messages.text("inspection.user.last", formats.date(user.lastActiveAt())));
    }
}
