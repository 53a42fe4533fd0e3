package dev.torii.views.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NavigatorTest {
    private static final NavigationTarget OVERVIEW = new NavigationTarget.Overview();
    private final Navigator navigator = new Navigator(OVERVIEW);

    @Test
    void goesBackAndForthThroughWhatWasVisited() {
        NavigationTarget one = new NavigationTarget.Inspection(UUID.randomUUID());
        NavigationTarget two = new NavigationTarget.Inspection(UUID.randomUUID());
        navigator.go(one);
        navigator.go(two);
        navigator.back();
        assertThat(navigator.currentProperty().get()).isEqualTo(one);
        navigator.back();
        assertThat(navigator.currentProperty().get()).isEqualTo(OVERVIEW);
        assertThat(navigator.canGoBackProperty().get()).isFalse();
        navigator.forward();
        navigator.forward();
        assertThat(navigator.currentProperty().get()).isEqualTo(two);
        assertThat(navigator.canGoForwardProperty().get()).isFalse();
    }

    @Test
    void aNewWayForgetsTheOldWayForward() {
        navigator.go(new NavigationTarget.Inspection(null));
        navigator.back();
        navigator.go(new NavigationTarget.Inspection(UUID.randomUUID()));
        assertThat(navigator.canGoForwardProperty().get()).isFalse();
        assertThat(navigator.canGoBackProperty().get()).isTrue();
    }

    @Test
    void goingWhereOneIsChangesNothing() {
        navigator.go(new NavigationTarget.Overview());
        assertThat(navigator.canGoBackProperty().get()).isFalse();
    }
}
