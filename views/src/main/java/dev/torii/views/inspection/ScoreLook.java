package dev.torii.views.inspection;

import dev.torii.models.recommendation.RecommendationList;
import dev.torii.views.chart.PartColours;
import dev.torii.views.chart.ScoreScale;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the scores of one list are drawn, so that its rows can be compared.
record ScoreLook(ScoreScale scale, PartColours colours) {

    static ScoreLook of(@Nullable RecommendationList list) {
        if (list == null) {
            return new ScoreLook(ScoreScale.of(List.of()), new PartColours(List.of()));
        }
        return new ScoreLook(
                ScoreScale.of(list.items()),
                new PartColours(list.items().stream()
                        .flatMap(item -> item.parts().stream())
                        .toList()));
    }
}
