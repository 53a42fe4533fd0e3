package dev.torii.views.theme;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Dresses scenes: theme, the console's own stylesheet, and a font that has Japanese.
public final class Appearance {
    /// In order of liking. JavaFX takes one family only and would choose Chinese shapes for kanji by itself.
    private static final List<String> FAMILIES = List.of(
            "Noto Sans CJK JP",
            "Noto Sans JP",
            "Hiragino Sans",
            "Yu Gothic UI",
            "Meiryo UI",
            "IPAexGothic",
            "IPAGothic",
            "TakaoPGothic",
            "VL PGothic");

    private final ObjectProperty<Theme> theme;

    public Appearance(Theme initial) {
        theme = new SimpleObjectProperty<>(initial);
    }

    /// The look; set it to change every dressed scene.
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Dresses `scene` and keeps it in step with the theme.
    public void dress(Scene scene) {
        scene.getStylesheets().setAll(consoleSheet(), fontSheet());
        ChangeListener<Theme> apply = (source, before, now) -> scene.setUserAgentStylesheet(now.stylesheet());
        theme.addListener(apply);
        scene.setUserAgentStylesheet(theme.get().stylesheet());
    }

    private static String consoleSheet() {
        URL sheet = Appearance.class.getResource("console.css");
        if (sheet == null) {
            throw new IllegalStateException("the class path lacks console.css");
        }
        return sheet.toExternalForm();
    }

    private static String fontSheet() {
        String family = FAMILIES.stream()
                .filter(name -> Font.font(name).getFamily().equals(name))
                .findFirst()
                .orElse("System");
        byte[] css = (".root { -fx-font-family: \"" + family + "\"; }").getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css);
    }
}
