package dev.torii.views.layout;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Names on the left, values on the right.
public final class ValueList extends GridPane {
    private int rows;

    public ValueList() {
        getStyleClass().add("value-list");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(names, values);
    }

    public ValueList add(String name, String value) {
        Label label = new Label(value);
        label.setWrapText(true);
        return add(name, label);
    }

    public ValueList add(String name, Node value) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        GridPane.setValignment(label, VPos.TOP);
        addRow(rows++, label, value);
        return this;
    }
}
