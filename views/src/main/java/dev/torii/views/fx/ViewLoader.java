package dev.torii.views.fx;

import dev.torii.views.i18n.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads the skeleton of a view: `OverviewView.fxml` beside `OverviewView`. The view itself is the controller,
/// so it has whatever constructor it needs.
public final class ViewLoader {
    private final Messages messages;

    public ViewLoader(Messages messages) {
        this.messages = messages;
    }

    public Messages messages() {
        return messages;
    }

    /// Fills the `@FXML` fields of `view` and returns its root, with every [Localized] key bound.
    public Parent load(Object view) {
        String name = view.getClass().getSimpleName() + ".fxml";
        URL location = view.getClass().getResource(name);
        if (location == null) {
            throw new IllegalStateException(
                    "there is no " + name + " beside " + view.getClass().getName());
        }
        FXMLLoader loader = new FXMLLoader(location);
        loader.setController(view);
        loader.setLoadListener(new LocalizedBinding(messages));
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
