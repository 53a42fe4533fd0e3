package dev.torii.views.inspection;

import javafx.collections.ObservableList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A name with its tick.
final class TermCell extends ListCell<String> {
    private final ObservableList<String> chosen;
    private final CheckBox box = new CheckBox();

    TermCell(ObservableList<String> chosen) {
        this.chosen = chosen;
        box.setFocusTraversable(false);
        box.setOnAction(event -> {
            if (getItem() != null) {
                TermPicker.toggle(chosen, getItem());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
        super.updateItem(name, empty);
        if (empty || name == null) {
            setGraphic(null);
            return;
        }
        box.setText(name);
        box.setSelected(chosen.contains(name));
        setGraphic(box);
    }
}
