package dev.torii.engine.evaluate.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinearModelTest {
    private static final int ITEMS = 40;
    /// Nobody has the last two items, one of each genre.
    private static final InteractionSet TASTES = tastes();

    /// Each user likes ten items of one genre, all equally popular within it.
    private static InteractionSet tastes() {
        int users = 60;
        int[] starts = IntStream.rangeClosed(0, users).map(user -> user * 10).toArray();
        int[] items = new int[users * 10];
        for (int user = 0; user < users; user++) {
            for (int i = 0; i < 10; i++) {
                items[user * 10 + i] = (user * 3 + i) % 19 * 2 + user % 2;
            }
        }
        return new InteractionSet(
                starts,
                items,
                new long[items.length],
                videos(),
                IntStream.range(0, users).mapToObj(Integer::toString).toList());
    }

    private static List<Video> videos() {
        return IntStream.range(0, ITEMS)
                .mapToObj(item -> new Video(
                        SourceIds.video("test", "" + item),
                        "test",
                        "" + item,
                        null,
                        "Film " + item,
                        null,
                        List.of(
                                Term.named(TermKind.GENRE, item % 2 == 0 ? "Drama" : "Comedy"),
                                Term.named(TermKind.GENRE, "Film")),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))
                .toList();
    }

    @Test
    void learnsThatTheGenreOfAHistoryMatters() {
        LinearModel model = LinearModel.fit(TASTES, 7, JobContext.unwatched());

        assertThat(model.weights().toMap()).hasSize(16);
        assertThat(model.weights().toMap().get("genre")).isGreaterThan(1);
        float[] scores = scores(model, 0, 2, 4);
        assertThat(scores[38])
                .as("an item that nobody has, of the history's genre")
                .isGreaterThan(scores[39]);
        assertThat(scores(model, 1, 3, 5)[39]).isGreaterThan(scores(model, 1, 3, 5)[38]);
    }

    @Test
    void answersAnEmptyHistoryByPopularity() {
        int[] counts = new int[ITEMS];
        Arrays.setAll(counts, item -> item);
        LinearModel model = new LinearModel(
                LinearModel.contentOf(TASTES),
                counts,
                LinearModel.fit(TASTES, 7, JobContext.unwatched()).weights());
        Map<String, Double> weights = new HashMap<>(model.weights().toMap());
        weights.put("popularity", 1.0);
        float[] scores = scores(new LinearModel(LinearModel.contentOf(TASTES), counts, LinearWeights.of(weights)));
        assertThat(scores).isSorted();
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        Map<String, Double> weights =
                LinearModel.fit(TASTES, 7, JobContext.unwatched()).weights().toMap();
        assertThat(LinearModel.fit(TASTES, 7, JobContext.unwatched()).weights().toMap())
                .isEqualTo(weights);
        assertThat(LinearWeights.of(weights).toMap()).isEqualTo(weights);
    }

    @Test
    void refusesWeightsThatAreNotAllThere() {
        Map<String, Double> weights = new HashMap<>(
                LinearModel.fit(TASTES, 7, JobContext.unwatched()).weights().toMap());
        weights.put("maker", Double.NaN);
        assertThatThrownBy(() -> LinearWeights.of(weights)).hasMessageContaining("maker");
        weights.remove("genre");
        assertThatThrownBy(() -> LinearWeights.of(weights)).hasMessageContaining("genre");
    }

    @Test
    void learnsNothingFromNothing() {
        InteractionSet nothing = new InteractionSet(new int[1], new int[0], new long[0], videos(), List.of());
        LinearModel model = LinearModel.fit(nothing, 7, JobContext.unwatched());
        assertThat(model.weights().toMap()).containsEntry("popularity", 1.0).containsEntry("genre", 0.0);
        assertThat(scores(model)).containsOnly(0f);
    }

    private static float[] scores(LinearModel model, int... history) {
        float[] scores = new float[ITEMS];
        model.score(history, 0, history.length, scores);
        return scores;
    }
}
