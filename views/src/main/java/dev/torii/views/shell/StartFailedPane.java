package dev.torii.views.shell;

import dev.torii.views.feedback.Placeholder;
import dev.torii.views.feedback.Problem;
import dev.torii.views.i18n.Messages;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// What stands in the window when the engine could not be opened: why, what to try, and the button that tries
/// again.
final class StartFailedPane extends StackPane {
    StartFailedPane(Problem problem, Messages messages, Runnable retry) {
        Placeholder placeholder = new Placeholder(messages, Feather.ALERT_CIRCLE, "starting.failed", "starting.failed");
        placeholder.say(problem);
        placeholder.action("action.retry", retry).setDefaultButton(true);
        getChildren().setAll(placeholder);
    }
}
