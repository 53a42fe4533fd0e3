package dev.torii.views.chart;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// One bar of a waterfall, from where the parts before it ended.
final class Step extends Pane {
    private static final double HEIGHT = 8;

    private final double from;
    private final double to;
    private final ScoreScale scale;
    private final Region track = new Region();
    private final Region bar = new Region();

    Step(double start, double change, ScoreScale scale, String styleClass) {
        this.from = Math.min(start, start + change);
        this.to = Math.max(start, start + change);
        this.scale = scale;
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        track.getStyleClass().add("score-track");
        bar.getStyleClass().addAll("score-segment", styleClass);
        getChildren().setAll(track, bar);
    }

    @Override
    protected void layoutChildren() {
        double left = scale.share(from) * getWidth();
        double right = scale.share(to) * getWidth();
        track.resizeRelocate(0, 0, getWidth(), getHeight());
        bar.resizeRelocate(left, 0, Math.max(1, right - left), getHeight());
    }
}
