package dev.torii.views.shell;

import dev.torii.views.i18n.Language;
import dev.torii.views.i18n.Messages;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// A button for each language, under the name that its speakers give it.
final class LanguageSwitch extends HBox {
    LanguageSwitch(Messages messages) {
        getStyleClass().add("switch");
        ToggleGroup group = new ToggleGroup();
        for (Language language : Language.values()) {
            ToggleButton button = new ToggleButton(language.ownName());
            button.setId("language-" + language.code());
            button.getStyleClass().add("switch-item");
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                button.setSelected(true);
                messages.languageProperty().set(language);
            });
            messages.languageProperty().subscribe(now -> {
                if (now == language) {
                    button.setSelected(true);
                }
            });
            getChildren().add(button);
        }
    }
}
