package dev.torii.views.navigation;

/// The pages of the console, in the order of the navigation.
public enum PageId {
    OVERVIEW,
    INSPECTION
}
