package dev.torii.views.navigation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place in the console, with what it shows there. Every place has an [#id], by which the shell finds its page.
public sealed interface NavigationTarget {
    /// Which page shows it.
    PageId id();

    record Overview() implements NavigationTarget {
        @Override
        public PageId id() {
            return PageId.OVERVIEW;
        }
    }

    /// @param userId the user to show; null: the one that was shown last
    record Inspection(@Nullable UUID userId) implements NavigationTarget {
        @Override
        public PageId id() {
            return PageId.INSPECTION;
        }
    }
}
