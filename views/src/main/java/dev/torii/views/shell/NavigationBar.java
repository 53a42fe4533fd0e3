package dev.torii.views.shell;

import dev.torii.views.i18n.Messages;
import dev.torii.views.navigation.Navigator;
import dev.torii.views.navigation.PageId;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button for each page. In a narrow window only the icons stay.
final class NavigationBar extends VBox {
    private final BooleanProperty collapsed = new SimpleBooleanProperty();
    private final Map<PageId, ToggleButton> buttons = new EnumMap<>(PageId.class);

    NavigationBar(PageRegistry registry, Navigator navigator, Messages messages) {
        getStyleClass().add("navigation-items");
        ToggleGroup group = new ToggleGroup();
        for (PageEntry entry : registry.entries()) {
            ToggleButton button = new ToggleButton(null, new FontIcon(entry.icon()));
            button.setId("page-" + entry.id().name());
            button.getStyleClass().add("navigation-item");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setToggleGroup(group);
            button.textProperty().bind(messages.observe(entry.titleKey()));
            button.accessibleTextProperty().bind(messages.observe(entry.titleKey()));
            button.contentDisplayProperty()
                    .bind(collapsed.map(narrow -> narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
            Tooltip tooltip = new Tooltip();
            tooltip.textProperty().bind(messages.observe(entry.titleKey()));
            button.setTooltip(tooltip);
            button.setOnAction(event -> {
                button.setSelected(true);
                navigator.go(entry.home());
            });
            buttons.put(entry.id(), button);
        }
        getChildren().setAll(buttons.values());
        navigator.currentProperty().subscribe(target -> {
            ToggleButton button = buttons.get(target.id());
            if (button != null) {
                button.setSelected(true);
            }
        });
    }

    BooleanProperty collapsedProperty() {
        return collapsed;
    }
}
