package dev.torii.views.shell;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of the window: Ctrl/Cmd+1 ... for the pages, Alt+Left and Alt+Right for the way back and forth,
/// Ctrl/Cmd+J for the activity pane.
final class ShellShortcuts {
    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9);
    private static final KeyCombination BACK = new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);
    private static final KeyCombination FORWARD = new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN);
    private static final KeyCombination ACTIVITY = new KeyCodeCombination(KeyCode.J, KeyCombination.SHORTCUT_DOWN);

    private ShellShortcuts() {}

    static void install(Parent root, ShellViewModel model, PageRegistry registry) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (handle(event, model, registry)) {
                event.consume();
            }
        });
    }

    private static boolean handle(KeyEvent event, ShellViewModel model, PageRegistry registry) {
        if (BACK.match(event)) {
            model.navigator().back();
            return true;
        }
        if (FORWARD.match(event)) {
            model.navigator().forward();
            return true;
        }
        if (ACTIVITY.match(event)) {
            model.activityOpenProperty().set(!model.activityOpenProperty().get());
            return true;
        }
        int digit = DIGITS.indexOf(event.getCode());
        if (event.isShortcutDown() && digit >= 0 && digit < registry.entries().size()) {
            model.navigator().go(registry.entries().get(digit).home());
            return true;
        }
        return false;
    }
}
