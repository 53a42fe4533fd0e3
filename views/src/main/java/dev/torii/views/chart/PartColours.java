package dev.torii.views.chart;

import dev.torii.models.recommendation.ScorePart;
import java.util.List;

/// Which colour a part of a score has: the same in the bar of every row, the legend and the waterfall.
public final class PartColours {
    private static final int COLOURS = 6;

    private final List<String> names;

    public PartColours(List<ScorePart> parts) {
        names = parts.stream().map(ScorePart::name).distinct().toList();
    }

    public List<String> names() {
        return names;
    }

    /// The style class of a part.
    public String styleClass(String name) {
        return "part-" + Math.floorMod(names.indexOf(name), COLOURS);
    }
}
