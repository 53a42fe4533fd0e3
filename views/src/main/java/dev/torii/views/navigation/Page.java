package dev.torii.views.navigation;

import javafx.scene.Parent;

/// A page of the console. It is built once, when it is first shown.
public interface Page {
    Parent root();

    /// It comes to the front; also called when the target changes while it is there.
    void onShown(NavigationTarget target);

    /// Another page comes to the front.
    default void onHidden() {}
}
