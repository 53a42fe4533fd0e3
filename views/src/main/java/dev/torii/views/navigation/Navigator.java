package dev.torii.views.navigation;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the console is, where it was, and the way back.
public final class Navigator {
    private static final int REMEMBERED = 50;

    private final ReadOnlyObjectWrapper<NavigationTarget> current;
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private final Deque<NavigationTarget> behind = new ArrayDeque<>();
    private final Deque<NavigationTarget> ahead = new ArrayDeque<>();

    public Navigator(NavigationTarget start) {
        current = new ReadOnlyObjectWrapper<>(start);
    }

    public ReadOnlyObjectProperty<NavigationTarget> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    public void go(NavigationTarget target) {
        if (target.equals(current.get())) {
            return;
        }
        behind.push(current.get());
        if (behind.size() > REMEMBERED) {
            behind.removeLast();
        }
        ahead.clear();
        moveTo(target);
    }

    public void back() {
        if (!behind.isEmpty()) {
            ahead.push(current.get());
            moveTo(behind.pop());
        }
    }

    public void forward() {
        if (!ahead.isEmpty()) {
            behind.push(current.get());
            moveTo(ahead.pop());
        }
    }

    private void moveTo(NavigationTarget target) {
        canGoBack.set(!behind.isEmpty());
        canGoForward.set(!ahead.isEmpty());
        current.set(target);
    }
}
