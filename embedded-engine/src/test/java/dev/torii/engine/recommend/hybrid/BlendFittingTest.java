package dev.torii.engine.recommend.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.evaluate.FullRanking;
import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.ingest.ResearchData;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.engine.recommend.collaborative.Ease;
import dev.torii.engine.recommend.collaborative.Ials;
import dev.torii.engine.recommend.collaborative.ItemKnn;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Blends without towers, on the training side of MovieLens 100K's first fold.
class BlendFittingTest {
    private static final JobContext CONTEXT = JobContext.unwatched();
    private static final Map<BlendPart, Ranker> PARTS = new EnumMap<>(BlendPart.class);

    @SuppressWarnings("NullAway.Init")
    private static EvaluationSplit split;

    @BeforeAll
    static void fit() throws IOException {
        InteractionSet all = RatedFilms.of(ResearchData.folder("ml-100k").resolve("u1.base"), 4);
        split = ValidationPart.of(all, HoldOut.RANDOM, 0.2, 7);
        PARTS.put(BlendPart.EASE, Ease.DEFAULT.fit(split.training(), CONTEXT));
        PARTS.put(BlendPart.IALS, new Ials(32, 0.3, 0.015, 1, 6, 7).fit(split.training(), CONTEXT));
        PARTS.put(BlendPart.ITEM_KNN, ItemKnn.DEFAULT.fit(split.training(), CONTEXT));
        PARTS.putAll(SharedSignals.of(split.training(), HoldOut.RANDOM));
    }

    @Test
    void theBlendBeatsItsBestPartOnUsersWhoDidNotTeachIt() {
        LearnedBlend learned = new BlendFitting(split, PARTS, 7, CONTEXT).fit();

        double best = Math.max(metric(learned, "ease"), metric(learned, "ials"));
        assertThat(metric(learned, "hybrid")).isGreaterThan(best);
        assertThat(learned.blend().weights()).containsKeys(BlendPart.EASE, BlendPart.IALS, BlendPart.RECENCY);
        assertThat(learned.reason()).startsWith("The blend answers");
        try (Ranker blended = new BlendedRanker(learned.blend(), split.training(), PARTS)) {
            double reached = new FullRanking(split).rank(blended, CONTEXT).mean("ndcg@10");
            assertThat(reached).isGreaterThan(best).isCloseTo(metric(learned, "hybrid"), within(0.01));
        }
        assertThat(new BlendFitting(split, PARTS, 7, CONTEXT).fit()).isEqualTo(learned);
    }

    @Test
    void theBestPartAnswersAloneWhenTheOthersAddNothing() {
        Map<BlendPart, Ranker> parts = new EnumMap<>(BlendPart.class);
        parts.put(BlendPart.TWO_TOWER, (user, scores) -> Arrays.fill(scores, 3));
        parts.put(BlendPart.EASE, PARTS.getOrDefault(BlendPart.EASE, noise(3)));

        LearnedBlend learned = new BlendFitting(split, parts, 7, CONTEXT).fit();

        assertThat(learned.reason()).startsWith("ease answers alone");
        assertThat(learned.blend()).isEqualTo(Blend.of(BlendPart.EASE));
    }

    @Test
    void noiseLosesItsWeight() {
        Map<BlendPart, Ranker> parts = new EnumMap<>(BlendPart.class);
        parts.put(BlendPart.TWO_TOWER, noise(1));
        parts.put(BlendPart.IALS, noise(2));
        parts.put(BlendPart.EASE, PARTS.getOrDefault(BlendPart.EASE, noise(3)));

        LearnedBlend learned = new BlendFitting(split, parts, 7, CONTEXT).fit();

        assertThat(metric(learned, "hybrid")).isGreaterThan(metric(learned, "ease") - 0.005);
        assertThat(learned.blend().weight(BlendPart.EASE))
                .isGreaterThan(4 * Math.abs(learned.blend().weight(BlendPart.IALS)))
                .isGreaterThan(4 * Math.abs(learned.blend().weight(BlendPart.TWO_TOWER)));
    }

    @Test
    void aPartAloneRanksAsItDoesWithoutTheBlend() {
        Ranker ease = PARTS.getOrDefault(BlendPart.EASE, noise(3));
        Ranker alone = new BlendedRanker(Blend.of(BlendPart.EASE), split.training(), PARTS);

        double[] expected = new FullRanking(split).rank(ease, CONTEXT).values("ndcg@20");
        assertThat(new FullRanking(split).rank(alone, CONTEXT).values("ndcg@20"))
                .containsExactly(expected, within(1e-6));
    }

    private static double metric(LearnedBlend learned, String name) {
        return learned.metrics().getOrDefault(name + ".ndcg@10", Double.NaN);
    }

    private static Ranker noise(long seed) {
        return (user, scores) -> {
            SplittableRandom random = new SplittableRandom(seed * 100_003 + user);
            for (int item = 0; item < scores.length; item++) {
                scores[item] = (float) random.nextGaussian();
            }
        };
    }
}
