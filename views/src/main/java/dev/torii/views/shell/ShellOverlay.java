package dev.torii.views.shell;

import dev.torii.views.fx.ViewLoader;
import dev.torii.views.jobs.ActivityView;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// What comes and goes around the page: the activity pane, and the question before the window closes.
final class ShellOverlay {
    private static final double ROOM_FOR_BOTH = 1240;

    private final BorderPane frame;
    private final StackPane layers;
    private final ShellViewModel model;
    private final ViewLoader loader;
    private final Parent activity;
    private boolean quitting;

    ShellOverlay(BorderPane frame, StackPane layers, ShellViewModel model, ViewLoader loader) {
        this.frame = frame;
        this.layers = layers;
        this.model = model;
        this.loader = loader;
        activity = new ActivityView(
                        model.activity(),
                        loader,
                        () -> model.activityOpenProperty().set(false))
                .root();
        model.activityOpenProperty().addListener(source -> placeActivity());
        frame.widthProperty().addListener(source -> placeActivity());
        placeActivity();
    }

    /// Whether the window may close now. While jobs run it may not: the user is asked, and `quit` runs when the
    /// answer is to leave.
    boolean mayClose(Runnable quit) {
        int running = model.activity().runningProperty().get();
        if (running == 0 || quitting) {
            return true;
        }
        if (layers.getChildren().stream().noneMatch(QuitQuestion.class::isInstance)) {
            QuitQuestion question = new QuitQuestion(running, loader.messages(), this::stay, () -> {
                quitting = true;
                quit.run();
            });
            layers.getChildren().add(question);
            question.requestFocus();
        }
        return false;
    }

    private void stay() {
        layers.getChildren().removeIf(QuitQuestion.class::isInstance);
    }

    /// The pane stands beside the page where there is room for both, else over it.
    private void placeActivity() {
        boolean open = model.activityOpenProperty().get();
        boolean beside = frame.getWidth() >= ROOM_FOR_BOTH;
        frame.setRight(open && beside ? activity : null);
        layers.getChildren().remove(activity);
        if (open && !beside) {
            layers.getChildren().add(activity);
            StackPane.setAlignment(activity, Pos.TOP_RIGHT);
        }
    }
}
