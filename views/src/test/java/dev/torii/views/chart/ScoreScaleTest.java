package dev.torii.views.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.catalog.Video;
import dev.torii.models.recommendation.Recommendation;
import dev.torii.models.recommendation.ScorePart;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScoreScaleTest {
    @Test
    void reachesFromTheLowestToTheHighestSumOnTheWayToAnyScore() {
        ScoreScale scale = ScoreScale.of(List.of(item(0.8, 0.4, -0.5), item(-0.2, 0.1)));
        assertThat(scale.low()).isEqualTo(-0.2);
        assertThat(scale.high()).isEqualTo(1.2000000000000002);
        assertThat(scale.share(-0.2)).isZero();
        assertThat(scale.share(1.3)).isEqualTo(1);
    }

    @Test
    void aListWithoutScoresHasAScaleToo() {
        assertThat(ScoreScale.of(List.of()).share(0)).isZero();
    }

    @Test
    void aPartHasOneColourInAllRows() {
        PartColours colours = new PartColours(
                List.of(new ScorePart("affinity", 1), new ScorePart("popularity", 1), new ScorePart("affinity", 2)));
        assertThat(colours.names()).containsExactly("affinity", "popularity");
        assertThat(colours.styleClass("affinity")).isEqualTo("part-0");
        assertThat(colours.styleClass("popularity")).isEqualTo("part-1");
    }

    private static Recommendation item(double... values) {
        List<ScorePart> parts = java.util.Arrays.stream(values)
                .mapToObj(value -> new ScorePart("part", value))
                .toList();
        Video video = new Video(
                new UUID(0, 1),
                "sample",
                "x",
                null,
                "x",
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new Recommendation(video, 1, 0, parts, List.of(), List.of());
    }
}
