package dev.torii.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.engine.database.Database;
import dev.torii.engine.database.FreshDatabase;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.DecisionAction;
import dev.torii.engine.people.InteractionDao;
import dev.torii.engine.people.InteractionSet;
import dev.torii.engine.recommend.collaborative.Ease;
import dev.torii.engine.recommend.collaborative.Ials;
import dev.torii.models.catalog.CatalogFilter;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.people.Caller;
import dev.torii.models.recommendation.Algorithm;
import dev.torii.models.recommendation.Recommendation;
import dev.torii.models.recommendation.RecommendationList;
import dev.torii.models.recommendation.RecommendationRequest;
import dev.torii.models.recommendation.ScorePart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every algorithm that answers requests, over one trained and encoded catalogue.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServedAlgorithmsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    private final FreshDatabase fresh = FreshDatabase.portable();
    private final Engine engine =
            Engine.open(EngineConfig.defaults(fresh.home()).withDatabase(fresh.config()));

    @SuppressWarnings("NullAway.Init")
    private ModelVersion model;

    @BeforeAll
    void train() throws IOException {
        TasteFiles files = new TasteFiles(data, 3);
        engine.imports().csv(files.videos, files.interactions).await();
        model = engine.training()
                .train(Map.of("epochs", "4", "batchSize", "64", "maxSlots", "1000"))
                .await();
        assertThat(model.state()).as(model.gateReason()).isEqualTo(ModelState.ACTIVE);
        engine.encoding().embedAll(false).await();
    }

    @AfterAll
    void close() {
        engine.close();
        fresh.close();
    }

    @ParameterizedTest
    @Order(1)
    @EnumSource(
            value = Algorithm.class,
            names = {"HYBRID", "TWO_TOWER", "CONTENT_BASED", "COLLABORATIVE", "EASE", "IALS", "ITEM_KNN"})
    void eachFindsTheUsersTasteWithPartsThatAddUp(Algorithm algorithm) {
        UUID user = user(1);
        Set<UUID> judged = Set.copyOf(engine.people().history(user, 100).stream()
                .map(entry -> entry.video().id())
                .toList());

        RecommendationList list = recommend(engine, user, algorithm, CatalogFilter.DEFAULT);

        assertThat(list.algorithm()).isEqualTo(algorithm);
        assertThat(list.degraded()).isEmpty();
        assertThat(list.modelVersion()).isEqualTo(model.version());
        assertThat(list.items()).hasSize(10);
        assertThat(list.items()).extracting(item -> item.video().id()).doesNotContainAnyElementsOf(judged);
        assertThat(list.eligible()).isEqualTo(TasteFiles.VIDEOS - judged.size());
        assertThat(list.items().stream()
                        .filter(item -> item.video().names(TermKind.GENRE).contains(TasteFiles.genre(1))))
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(list.items())
                .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()))
                .allSatisfy(item -> assertThat(item.parts().stream()
                                .mapToDouble(ScorePart::value)
                                .sum())
                        .isCloseTo(item.score(), within(1e-9)));
    }

    @Test
    @Order(2)
    void servedScoresAreThoseOfTheModelsThatAnEvaluationFits() {
        InteractionSet all;
        try (Database database = fresh.open()) {
            all = database.asService(handle -> new InteractionDao().positives(handle, 4, null));
        }
        int row = all.userKeys().indexOf(user(2).toString());
        float[] scores = new float[all.itemCount()];
        for (Algorithm algorithm : List.of(Algorithm.EASE, Algorithm.IALS)) {
            (algorithm == Algorithm.EASE ? Ease.DEFAULT : Ials.DEFAULT)
                    .fit(all, JobContext.unwatched())
                    .score(row, scores);
            Map<UUID, Double> expected = new HashMap<>();
            for (int item = 0; item < scores.length; item++) {
                expected.put(all.videos().get(item).id(), (double) scores[item]);
            }

            List<Recommendation> served =
                    recommend(engine, user(2), algorithm, CatalogFilter.DEFAULT).items();

            assertThat(served)
                    .hasSize(10)
                    .allSatisfy(item -> assertThat(item.score())
                            .isCloseTo(expected.getOrDefault(item.video().id(), Double.NaN), within(1e-4)));
        }
        assertThat(ids(recommend(engine, user(2), Algorithm.COLLABORATIVE, CatalogFilter.DEFAULT)))
                .isEqualTo(ids(recommend(engine, user(2), Algorithm.EASE, CatalogFilter.DEFAULT)));
    }

    @Test
    @Order(3)
    void filtersAreExactForTheBlend() {
        CatalogFilter filter = new CatalogFilter(
                List.of(TasteFiles.genre(2)), List.of("maker 1"), true, Set.of(video(2)), 2.0, null, null);

        RecommendationList list = recommend(engine, user(0), Algorithm.HYBRID, filter);

        assertThat(list.items()).hasSize((int) list.eligible()).isNotEmpty().allSatisfy(item -> {
            assertThat(item.video().names(TermKind.GENRE)).contains(TasteFiles.genre(2));
            assertThat(item.video().maker()).hasValue("maker 1");
            assertThat(item.video().id()).isNotEqualTo(video(2));
            assertThat(item.video().ratingAverage()).isGreaterThanOrEqualTo(2.0);
        });
    }

    @Test
    @Order(4)
    void likesChangeTheAnswerAtOnce() {
        UUID stranger = UUID.randomUUID();
        Caller caller = new Caller.User(stranger);
        assertThat(recommend(engine, stranger, Algorithm.HYBRID, CatalogFilter.DEFAULT, caller)
                        .coldStart())
                .isTrue();
        for (int taste : List.of(3, 0)) {
            for (int n = 0; n < 4; n++) {
                engine.likes().decide(caller, stranger, video(taste + TasteFiles.GENRES * n), DecisionAction.LIKE);
            }
            RecommendationList warm = recommend(engine, stranger, Algorithm.HYBRID, CatalogFilter.DEFAULT, caller);
            assertThat(warm.algorithm()).isEqualTo(Algorithm.HYBRID);
            assertThat(warm.items().stream()
                            .filter(item -> item.video().names(TermKind.GENRE).contains(TasteFiles.genre(taste))))
                    .hasSizeGreaterThanOrEqualTo(taste == 3 ? 7 : 2);
        }
    }

    @Test
    @Order(5)
    void theMeasurementOfTheBlendIsRegisteredWithTheVersion() {
        assertThat(model.files()).containsKeys("companions/companions.json", "companions/ease.bin");
        assertThat(model.metrics()).containsKeys("hybrid.ndcg@10", "ease.ndcg@10", "ials.ndcg@10");
    }

    @Test
    @Order(6)
    void damagedCompanionsLeaveTheTowersToAnswerAndTheListSaysSo() throws IOException {
        Path file = engine.models().folder(model.version()).resolve("companions/ials.bin");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        try (Engine other = Engine.open(EngineConfig.defaults(fresh.home()).withDatabase(fresh.config()))) {
            for (Algorithm algorithm : List.of(Algorithm.HYBRID, Algorithm.COLLABORATIVE)) {
                RecommendationList list = recommend(other, user(1), algorithm, CatalogFilter.DEFAULT);

                assertThat(list.algorithm()).isEqualTo(Algorithm.TWO_TOWER);
                assertThat(list.degraded()).contains("companions").contains("ials.bin");
                assertThat(ids(list))
                        .isEqualTo(ids(recommend(other, user(1), Algorithm.TWO_TOWER, CatalogFilter.DEFAULT)));
            }
        }
    }

    private static RecommendationList recommend(Engine engine, UUID user, Algorithm algorithm, CatalogFilter filter) {
        return recommend(engine, user, algorithm, filter, Caller.SERVICE);
    }

    private static RecommendationList recommend(
            Engine engine, UUID user, Algorithm algorithm, CatalogFilter filter, Caller caller) {
        return engine.recommender().recommend(caller, new RecommendationRequest(user, 10, algorithm, filter, true));
    }

    private static List<UUID> ids(RecommendationList list) {
        return list.items().stream().map(item -> item.video().id()).toList();
    }

    private static UUID user(int number) {
        return SourceIds.user("csv", "u" + number);
    }

    private static UUID video(int number) {
        return SourceIds.video("csv", "v" + number);
    }
}
