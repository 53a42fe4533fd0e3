package dev.torii.engine.recommend.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.engine.recommend.retrieval.RowFacts;
import dev.torii.engine.recommend.retrieval.SearchSettings;
import dev.torii.engine.recommend.retrieval.VectorLoader;
import dev.torii.engine.recommend.retrieval.VectorSnapshot;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import dev.torii.models.recommendation.Cause;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final Video NEAR = video("near", "Drama", "Crime");
    private static final Video NEARLY = video("nearly", "Crime", "Drama");
    private static final Video FAR = video("far", "Drama", "Children");
    private static final Video RECOMMENDED = video("recommended", "Crime", "Thriller", "Children");

    @Test
    void theNearestLikedVideosAreTheCauses() throws IOException {
        Explanation explanation = new Explainer(vectors(), List.of(FAR, NEARLY, NEAR)).explain(RECOMMENDED);

        assertThat(explanation.causes()).extracting(Cause::title).containsExactly("near", "nearly");
        assertThat(explanation.causes().getFirst().similarity()).isCloseTo(1.0, within(1e-6));
        assertThat(explanation.causes().get(1).similarity()).isCloseTo(Math.sqrt(0.8), within(1e-6));
        assertThat(explanation.sharedTerms()).containsExactly("Crime");
    }

    @Test
    void withoutALikedVideoThatHasAVectorThereIsNoCause() throws IOException {
        assertThat(new Explainer(vectors(), List.of()).explain(RECOMMENDED)).isEqualTo(Explanation.NONE);
        assertThat(new Explainer(vectors(), List.of(video("elsewhere"))).explain(RECOMMENDED))
                .isEqualTo(Explanation.NONE);
    }

    @Test
    void aShareOfAllCausesComesBeforeAShareOfOne() {
        Video video = new Video(
                SourceIds.video("test", "a"),
                "test",
                "a",
                null,
                "a",
                null,
                List.of(Term.named(TermKind.SERIES, "Saga"), Term.named(TermKind.GENRE, "Drama")),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(SharedTerms.of(video, List.of(video, NEAR, FAR))).containsExactly("Drama", "Saga");
    }

    private static VectorSnapshot vectors() throws IOException {
        VectorLoader loader = VectorLoader.inMemory(2, SearchSettings.rescoring(10));
        Map<Video, float[]> rows = Map.of(
                RECOMMENDED, new float[] {1, 0},
                NEAR, new float[] {1, 0},
                NEARLY, new float[] {(float) Math.sqrt(0.8), (float) Math.sqrt(0.2)},
                FAR, new float[] {0.1f, (float) Math.sqrt(0.99)});
        rows.keySet().forEach(video -> loader.describe(RowFacts.of(video)));
        for (Map.Entry<Video, float[]> row : rows.entrySet()) {
            loader.put(row.getKey().id(), row.getValue());
        }
        return loader.finish("v1", 1);
    }

    private static Video video(String name, String... genres) {
        return new Video(
                SourceIds.video("test", name),
                "test",
                name,
                null,
                name,
                null,
                List.of(genres).stream()
                        .map(genre -> Term.named(TermKind.GENRE, genre))
                        .toList(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
