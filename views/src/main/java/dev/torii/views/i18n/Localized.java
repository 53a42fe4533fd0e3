package dev.torii.views.i18n;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;

/// Keys in FXML: `<Label Localized.text="overview.videos"/>`. FXML's own `%key` is read once; these keys are
/// bound when the view is loaded, so that the text follows the language.
public final class Localized {
    private static final String TEXT = "torii.localized.text";
    private static final String PROMPT = "torii.localized.prompt";
    private static final String ACCESSIBLE = "torii.localized.accessible";
    private static final String TOOLTIP = "torii.localized.tooltip";

    private Localized() {}

    public static void setText(Node node, String key) {
        node.getProperties().put(TEXT, key);
    }

    public static void setPrompt(Node node, String key) {
        node.getProperties().put(PROMPT, key);
    }

    /// What a screen reader says.
    public static void setAccessible(Node node, String key) {
        node.getProperties().put(ACCESSIBLE, key);
    }

    /// A tooltip that is also what a screen reader says.
    public static void setTooltip(Node node, String key) {
        node.getProperties().put(TOOLTIP, key);
    }

    /// Binds the texts of `node` to the keys that were set on it.
    public static void bind(Node node, Messages messages) {
        if (!node.hasProperties()) {
            return;
        }
        if (node.getProperties().get(TEXT) instanceof String key && node instanceof Labeled labeled) {
            labeled.textProperty().bind(messages.observe(key));
        }
        if (node.getProperties().get(PROMPT) instanceof String key && node instanceof TextInputControl input) {
            input.promptTextProperty().bind(messages.observe(key));
        }
        if (node.getProperties().get(ACCESSIBLE) instanceof String key) {
            node.accessibleTextProperty().bind(messages.observe(key));
        }
        if (node.getProperties().get(TOOLTIP) instanceof String key) {
            explain(node, key, messages);
        }
    }

    /// Gives a control without a text, such as a button with an icon, a tooltip and an accessible name.
    public static void explain(Node node, String key, Messages messages) {
        node.accessibleTextProperty().bind(messages.observe(key));
        if (node instanceof Control control) {
            Tooltip tooltip = new Tooltip();
            tooltip.textProperty().bind(messages.observe(key));
            control.setTooltip(tooltip);
        }
    }
}
