package dev.torii.views.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.text.Text;

/// Looks at a laid-out scene for what a user would stumble over.
final class Looks {
    private Looks() {}

    /// Texts that are cut short although nothing says that they may be: only titles in lists and reasons may.
    static List<String> cutTexts(Scene scene) {
        List<String> found = new ArrayList<>();
        for (Node node : visible(scene.getRoot())) {
            if (node instanceof Labeled labeled
                    && labeled.getText() != null
                    && labeled.lookup(".text") instanceof Text text
                    && !text.getText().equals(labeled.getText())
                    && !mayBeCut(labeled)) {
                found.add(labeled.getText() + " -> " + text.getText());
            }
        }
        return found;
    }

    /// Labels and buttons that reach out of the window.
    static List<String> outside(Scene scene) {
        List<String> found = new ArrayList<>();
        for (Node node : visible(scene.getRoot())) {
            if ((node instanceof Label || node instanceof ButtonBase) && !inside(node, ListCell.class)) {
                Bounds bounds = node.localToScene(node.getBoundsInLocal());
                if (bounds.getMaxX() > scene.getWidth() + 1 || bounds.getMinX() < -1) {
                    found.add(node + " " + bounds);
                }
            }
        }
        return found;
    }

    /// Buttons that a screen reader could not name.
    static List<Node> nameless(Scene scene) {
        return visible(scene.getRoot()).stream()
                .filter(node -> node instanceof ButtonBase button
                        && button.isFocusTraversable()
                        && isBlank(button.getText())
                        && isBlank(button.getAccessibleText()))
                .toList();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static boolean mayBeCut(Labeled labeled) {
        return inside(labeled, ListCell.class)
                || labeled.getParent().getStyleClass().contains("cause-line")
                || labeled.getStyleClass().contains("summary");
    }

    private static boolean inside(Node node, Class<?> type) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    static List<Node> visible(Parent parent) {
        List<Node> nodes = new ArrayList<>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child.isVisible() && child.getOpacity() > 0) {
                nodes.add(child);
                if (child instanceof Parent inner) {
                    nodes.addAll(visible(inner));
                }
            }
        }
        return nodes;
    }
}
