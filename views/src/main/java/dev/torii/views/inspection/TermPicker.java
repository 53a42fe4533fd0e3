package dev.torii.views.inspection;

import dev.torii.views.i18n.Formats;
import dev.torii.views.i18n.Messages;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button that opens a list of names to tick, with a field to narrow it; there may be hundreds.
final class TermPicker extends Button {
    private static final double WIDTH = 260;
    private static final double HEIGHT = 300;

    private final Messages messages;
    private final String nameKey;
    private final ObservableList<String> chosen;
    private final ObservableList<String> all = FXCollections.observableArrayList();
    private final FilteredList<String> shown = new FilteredList<>(all);
    private final TextField narrow = new TextField();
    private final ListView<String> list = new ListView<>(shown);
    private final Popup popup = new Popup();

    TermPicker(String nameKey, ObservableList<String> chosen, Messages messages) {
        this.messages = messages;
        this.nameKey = nameKey;
        this.chosen = chosen;
        getStyleClass().add("picker");
        setGraphic(new FontIcon(Feather.CHEVRON_DOWN));
        setMinWidth(USE_PREF_SIZE);
        setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        textProperty().bind(messages.observe(this::caption, chosen));
        popup.getContent().setAll(content());
        popup.setAutoHide(true);
        setOnAction(event -> open());
    }

    /// The names to choose from; chosen ones that are no longer among them stay chosen and are shown first.
    void offer(List<String> names) {
        all.setAll(names);
        chosen.stream().filter(name -> !names.contains(name)).forEach(name -> all.addFirst(name));
    }

    private VBox content() {
        narrow.promptTextProperty().bind(messages.observe("picker.narrow"));
        narrow.accessibleTextProperty().bind(messages.observe("picker.narrow"));
        narrow.textProperty()
                .subscribe(text -> shown.setPredicate(
                        name -> name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))));
        Label none = new Label();
        none.getStyleClass().add("muted");
        none.textProperty().bind(messages.observe("picker.none"));
        list.setPlaceholder(none);
        list.setCellFactory(view -> new TermCell(chosen));
        list.setOnKeyPressed(event -> {
            String focused = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && focused != null) {
                toggle(chosen, focused);
            }
        });
        chosen.addListener((ListChangeListener<String>) change -> list.refresh());
        Button clear = new Button();
        clear.textProperty().bind(messages.observe("picker.clear"));
        clear.setMaxWidth(Double.MAX_VALUE);
        clear.disableProperty().bind(javafx.beans.binding.Bindings.isEmpty(chosen));
        clear.setOnAction(event -> chosen.clear());
        VBox box = new VBox(narrow, list, clear);
        box.getStyleClass().add("picker-popup");
        box.setPrefSize(WIDTH, HEIGHT);
        return box;
    }

    private void open() {
        narrow.clear();
        Bounds place = localToScreen(getBoundsInLocal());
        popup.show(this, place.getMinX(), place.getMaxY() + 4);
        narrow.requestFocus();
    }

    private String caption() {
        String name = messages.text(nameKey);
        return switch (chosen.size()) {
            case 0 -> messages.text("picker.any", name);
            case 1 -> messages.text("picker.one", name, chosen.getFirst());
            default -> messages.text("picker.many", name, new Formats(messages).count(chosen.size()));
        };
    }

    static void toggle(ObservableList<String> chosen, String name) {
        if (!chosen.remove(name)) {
            chosen.add(name);
        }
    }
}
