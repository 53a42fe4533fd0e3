package dev.torii.views.screenshot;

import dev.torii.views.navigation.NavigationTarget;
import dev.torii.views.shell.PageRegistry;

/// A picture to take.
///
/// @param name what it shows, as the beginning of its file name: `overview-filled`
/// @param place where the console is
record Shot(String name, Engines engines, PageRegistry pages, NavigationTarget place) {

    /// What the engine does in the picture.
    enum Engines {
        STARTING,
        FAILED,
        /// It is open, and no question has been answered yet.
        SILENT,
        READY
    }
}
