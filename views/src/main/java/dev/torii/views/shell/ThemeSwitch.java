package dev.torii.views.shell;

import atlantafx.base.theme.Styles;
import dev.torii.views.i18n.Localized;
import dev.torii.views.i18n.Messages;
import dev.torii.views.theme.Appearance;
import dev.torii.views.theme.Theme;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The button that changes between light and dark; it shows what it would change to.
final class ThemeSwitch extends Button {
    ThemeSwitch(Appearance appearance, Messages messages) {
        setId("theme-switch");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        FontIcon icon = new FontIcon(Feather.MOON);
        setGraphic(icon);
        Localized.explain(this, "theme.switch", messages);
        appearance
                .themeProperty()
                .subscribe(theme -> icon.setIconCode(theme == Theme.LIGHT ? Feather.MOON : Feather.SUN));
        setOnAction(event ->
                appearance.themeProperty().set(appearance.themeProperty().get().other()));
    }
}
