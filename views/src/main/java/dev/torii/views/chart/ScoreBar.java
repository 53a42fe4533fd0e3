package dev.torii.views.chart;

import dev.torii.models.recommendation.ScorePart;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The parts of a score in one bar: each part begins where the one before it ended, so the bar ends at the
/// score. Parts below zero go back to the left.
public final class ScoreBar extends Pane {
    private static final double HEIGHT = 6;

    private final ScoreScale scale;
    private final List<ScorePart> parts;
    private final List<Region> segments = new ArrayList<>();
    private final Region track = new Region();

    public ScoreBar(List<ScorePart> parts, ScoreScale scale, PartColours colours) {
        this.parts = List.copyOf(parts);
        this.scale = scale;
        getStyleClass().add("score-bar");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        track.getStyleClass().add("score-track");
        getChildren().add(track);
        for (ScorePart part : parts) {
            Region segment = new Region();
            segment.getStyleClass().addAll("score-segment", colours.styleClass(part.name()));
            segments.add(segment);
            getChildren().add(segment);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        track.resizeRelocate(0, 0, width, getHeight());
        double running = 0;
        for (int i = 0; i < parts.size(); i++) {
            double next = running + parts.get(i).value();
            double from = scale.share(Math.min(running, next)) * width;
            double to = scale.share(Math.max(running, next)) * width;
            segments.get(i).resizeRelocate(from, 0, Math.max(1, to - from), getHeight());
            running = next;
        }
    }
}
