package dev.torii.views.inspection;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// A scroll pane that asks for the height of all its content, where a plain one asks for a fixed height: what it
/// holds is scrolled only where there is no room for it.
public final class ReasonScroll extends ScrollPane {
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Node content = getContent();
        if (content == null) {
            return super.computePrefHeight(width);
        }
        Insets insets = getInsets();
        double inside = width < 0 ? -1 : width - insets.getLeft() - insets.getRight();
        return content.prefHeight(inside) + insets.getTop() + insets.getBottom();
    }
}
