package dev.torii.views.shell;

import dev.torii.views.navigation.NavigationTarget;
import dev.torii.views.navigation.Page;
import dev.torii.views.navigation.PageId;
import java.util.function.Function;
import org.kordamp.ikonli.feather.Feather;

/// A page as the navigation knows it.
///
/// @param home where the page is entered by its button in the navigation
/// @param factory builds the page when it is first shown
public record PageEntry(
        PageId id, String titleKey, Feather icon, NavigationTarget home, Function<PageContext, Page> factory) {}
