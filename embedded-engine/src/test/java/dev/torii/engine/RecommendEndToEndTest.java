package dev.torii.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.torii.engine.database.FreshDatabase;
import dev.torii.engine.database.SchemaVariant;
import dev.torii.engine.embed.encoding.EncodingResult;
import dev.torii.engine.embed.encoding.UserVector;
import dev.torii.engine.people.DecisionAction;
import dev.torii.models.catalog.CatalogFilter;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.people.Caller;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.recommendation.Algorithm;
import dev.torii.models.recommendation.Recommendation;
import dev.torii.models.recommendation.RecommendationList;
import dev.torii.models.recommendation.RecommendationRequest;
import dev.torii.models.recommendation.ScorePart;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// From an empty home to recommendations: import, train, encode, recommend, like. The first tests are the
/// steps in their order; the others use what these left.
@ParameterizedClass
@EnumSource(SchemaVariant.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecommendEndToEndTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Parameter
    @SuppressWarnings("NullAway.Init")
    private SchemaVariant variant;

    @SuppressWarnings("NullAway.Init")
    private FreshDatabase fresh;

    @SuppressWarnings("NullAway.Init")
    private Engine engine;

    @BeforeParameterizedClassInvocation
    void open() {
        fresh = FreshDatabase.of(variant);
        engine = Engine.open(EngineConfig.defaults(fresh.home()).withDatabase(fresh.config()));
    }

    @AfterParameterizedClassInvocation
    void close() {
        engine.close();
        fresh.close();
    }

    @Test
    @Order(1)
    void anEmptyHomeSaysWhatToDo() {
        UUID stranger = UUID.randomUUID();

        assertThatThrownBy(() -> recommend(new Caller.User(stranger), stranger, CatalogFilter.DEFAULT))
                .isInstanceOfSatisfying(ToriiException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.NO_MODEL);
                    assertThat(e.advice()).contains("torii train");
                });
        assertThatThrownBy(() -> engine.encoding().embedAll(false).await())
                .isInstanceOfSatisfying(
                        ToriiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_MODEL));
    }

    @Test
    @Order(2)
    void beforeTrainingThePopularVideosAnswerAndTheListSaysSo() throws IOException {
        TasteFiles files = new TasteFiles(data, 3);
        engine.imports().csv(files.videos, files.interactions).await();

        RecommendationList list = recommend(Caller.SERVICE, user(0), CatalogFilter.DEFAULT);

        assertThat(list.algorithm()).isEqualTo(Algorithm.POPULAR);
        assertThat(list.coldStart()).isFalse();
        assertThat(list.degraded()).isEqualTo("no model is active");
        assertThat(list.items())
                .hasSize(10)
                .allSatisfy(
                        item -> assertThat(item.parts()).containsExactly(new ScorePart("popularity", item.score())));
        assertThat(list.eligible() + list.excluded()).isEqualTo(TasteFiles.VIDEOS);
    }

    @Test
    @Order(3)
    void trainingAndEncodingFillTheIndex() {
        ModelVersion model = engine.training()
                .train(Map.of("epochs", "8", "batchSize", "64", "maxSlots", "1000"))
                .await();
        assertThat(model.state()).as(model.gateReason()).isEqualTo(ModelState.ACTIVE);

        EncodingResult result = engine.encoding().embedAll(false).await();

        assertThat(result).isEqualTo(new EncodingResult(model.version(), TasteFiles.VIDEOS, TasteFiles.USERS, 0));
        List<PartHealth> parts = engine.health().parts();
        assertThat(parts).extracting(PartHealth::part).containsExactly("database", "model", "index");
        assertThat(parts.getFirst().state()).isIn(PartState.UP, PartState.DEGRADED); // an old pgvector is warned of
        assertThat(parts.subList(1, 3)).extracting(PartHealth::state).containsOnly(PartState.UP);
        assertThat(parts.getLast().detail())
                .contains(TasteFiles.VIDEOS + " vectors")
                .contains(model.version());
    }

    @Test
    @Order(4)
    void theListHasTheUsersTasteWithReasonsAndWithoutWhatWasJudged() {
        UUID user = user(1);
        Set<UUID> judged = Set.copyOf(engine.people().history(user, 100).stream()
                .map(entry -> entry.video().id())
                .toList());

        RecommendationList list = recommend(new Caller.User(user), user, CatalogFilter.DEFAULT);

        assertThat(list.algorithm()).isEqualTo(Algorithm.TWO_TOWER);
        assertThat(list.coldStart()).isFalse();
        assertThat(list.items()).hasSize(10);
        assertThat(list.items()).extracting(item -> item.video().id()).doesNotContainAnyElementsOf(judged);
        assertThat(list.excluded()).isEqualTo(judged.size());
        assertThat(list.eligible()).isEqualTo(TasteFiles.VIDEOS - judged.size());
        assertThat(list.items().stream()
                        .filter(item -> item.video().names(TermKind.GENRE).contains(TasteFiles.genre(1))))
                .hasSizeGreaterThanOrEqualTo(8);
        for (int i = 0; i < list.items().size(); i++) {
            Recommendation item = list.items().get(i);
            assertThat(item.rank()).isEqualTo(i + 1);
            assertThat(item.parts().stream().mapToDouble(ScorePart::value).sum())
                    .isCloseTo(item.score(), within(1e-9));
            assertThat(item.score()).isBetween(-1.0001, 1.0001);
            assertThat(item.causes())
                    .hasSizeBetween(1, 3)
                    .allSatisfy(cause -> assertThat(judged).contains(cause.videoId()));
        }
        assertThat(list.items().getFirst().sharedTerms()).contains(TasteFiles.genre(1));
    }

    @Test
    @Order(5)
    void aLikeChangesTheNextListAndAnUnlikeTakesItBack() {
        UUID user = user(2);
        Caller caller = new Caller.User(user);
        RecommendationList before = recommend(caller, user, CatalogFilter.DEFAULT);
        UUID first = before.items().getFirst().video().id();
        UUID other = recommend(caller, user, genres(TasteFiles.genre(3)))
                .items()
                .getFirst()
                .video()
                .id();

        engine.likes().decide(caller, user, first, DecisionAction.LIKE);
        engine.likes().decide(caller, user, other, DecisionAction.LIKE);
        RecommendationList after = recommend(caller, user, CatalogFilter.DEFAULT);

        assertThat(after.items()).extracting(item -> item.video().id()).doesNotContain(first, other);
        assertThat(after.excluded()).isEqualTo(before.excluded() + 2);
        assertThat(after.items().getFirst().score())
                .isNotEqualTo(before.items().get(1).score());

        engine.likes().decide(caller, user, first, DecisionAction.UNLIKE);
        engine.likes().decide(caller, user, other, DecisionAction.UNLIKE);
        assertThat(recommend(caller, user, CatalogFilter.DEFAULT).items())
                .usingRecursiveComparison()
                .withEqualsForType((left, right) -> Math.abs(left - right) < 1e-6, Double.class)
                .isEqualTo(before.items());
    }

    @Test
    @Order(6)
    void aSkippedVideoStaysOutAndThreeLikesServeAStranger() {
        UUID stranger = UUID.randomUUID();
        Caller caller = new Caller.User(stranger);
        RecommendationList cold = recommend(caller, stranger, CatalogFilter.DEFAULT);
        assertThat(cold.coldStart()).isTrue();
        assertThat(cold.algorithm()).isEqualTo(Algorithm.POPULAR);
        assertThat(cold.items()).hasSize(10);

        UUID skipped = cold.items().getFirst().video().id();
        engine.likes().decide(caller, stranger, skipped, DecisionAction.SKIP);
        assertThat(recommend(caller, stranger, CatalogFilter.DEFAULT).items())
                .extracting(item -> item.video().id())
                .doesNotContain(skipped);

        IntStream.iterate(3, i -> i + TasteFiles.GENRES)
                .mapToObj(RecommendEndToEndTest::video)
                .filter(video -> !video.equals(skipped))
                .limit(3)
                .forEach(video -> engine.likes().decide(caller, stranger, video, DecisionAction.LIKE));
        RecommendationList warm = recommend(caller, stranger, CatalogFilter.DEFAULT);
        assertThat(warm.algorithm()).isEqualTo(Algorithm.TWO_TOWER);
        assertThat(warm.excluded()).isEqualTo(4);
        assertThat(warm.items().stream()
                        .filter(item -> item.video().names(TermKind.GENRE).contains(TasteFiles.genre(3))))
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    @Order(7)
    void filtersAreExactForBothWaysOfAnswering() {
        CatalogFilter filter = new CatalogFilter(
                List.of(TasteFiles.genre(2), "no such genre"),
                List.of("maker 1", "maker 4"),
                true,
                Set.of(video(2)),
                2.0,
                BigDecimal.valueOf(600),
                Instant.parse("2025-01-05T00:00:00Z"));
        for (UUID user : List.of(user(0), UUID.randomUUID())) {
            RecommendationList list = recommend(new Caller.User(user), user, filter);

            assertThat(list.items()).isNotEmpty().allSatisfy(item -> {
                assertThat(item.video().names(TermKind.GENRE)).contains(TasteFiles.genre(2));
                assertThat(item.video().maker())
                        .hasValueSatisfying(maker -> assertThat(maker).isIn("maker 1", "maker 4"));
                assertThat(item.video().id()).isNotEqualTo(video(2));
                assertThat(item.video().ratingAverage()).isGreaterThanOrEqualTo(2.0);
                assertThat(item.video().price()).isLessThanOrEqualTo(BigDecimal.valueOf(600));
                assertThat(item.video().releasedAt()).isAfter(Instant.parse("2025-01-05T00:00:00Z"));
            });
            assertThat(recommend(new Caller.User(user), user, genres("no such genre"))
                            .items())
                    .isEmpty();
        }
    }

    @Test
    @Order(8)
    void nobodyAsksForAnotherUserAndBadValuesAreRefused() {
        assertCode(ErrorCode.FORBIDDEN, () -> recommend(new Caller.User(user(0)), user(1), CatalogFilter.DEFAULT));
        assertCode(ErrorCode.UNAUTHENTICATED, () -> recommend(Caller.ANONYMOUS, user(1), CatalogFilter.DEFAULT));
        assertCode(ErrorCode.NOT_FOUND, () -> recommend(Caller.SERVICE, UUID.randomUUID(), CatalogFilter.DEFAULT));
        for (int count : new int[] {0, 101, -1}) {
            assertCode(
                    ErrorCode.INVALID_VALUE,
                    () -> engine.recommender()
                            .recommend(
                                    Caller.SERVICE,
                                    new RecommendationRequest(
                                            user(0), count, Algorithm.TWO_TOWER, CatalogFilter.DEFAULT, false)));
        }
        assertCode(
                ErrorCode.INVALID_VALUE,
                () -> engine.recommender()
                        .recommend(
                                Caller.SERVICE,
                                new RecommendationRequest(user(0), 5, Algorithm.LINEAR, CatalogFilter.DEFAULT, false)));
        assertCode(ErrorCode.FORBIDDEN, () -> engine.encoding().refreshUser(new Caller.User(user(0)), user(1)));
        assertCode(ErrorCode.NOT_FOUND, () -> engine.encoding().refreshUser(Caller.SERVICE, UUID.randomUUID()));
    }

    @Test
    @Order(9)
    void onlyWhatChangedIsEncodedAgain() {
        assertThat(engine.encoding().embedAll(true).await())
                .satisfies(result -> assertThat(result.videos()).isZero());

        UUID user = user(5);
        UserVector vector = engine.encoding().refreshUser(new Caller.User(user), user);
        assertThat(vector.computed()).isTrue();
        assertThat(vector.vector()).hasSize(768);
        assertThat(engine.encoding().embedAll(true).await().users()).isZero();
    }

    @Test
    @Order(10)
    void aPersonWhoWasNeverSeenHasNoVectorYet() {
        UUID stranger = UUID.randomUUID();

        UserVector vector = engine.encoding().refreshUser(new Caller.User(stranger), stranger);

        assertThat(vector.computed()).isFalse();
        assertThat(vector.vector()).hasSize(768).containsOnly(0f);
    }

    @Test
    @Order(11)
    void similarVideosShareTheGenre() {
        List<Recommendation> similar =
                engine.recommender().similar(Caller.ANONYMOUS, video(6), 8, CatalogFilter.DEFAULT);

        assertThat(similar).hasSize(8).noneMatch(item -> item.video().id().equals(video(6)));
        assertThat(similar.stream()
                        .filter(item -> item.video().names(TermKind.GENRE).contains(TasteFiles.genre(6))))
                .hasSizeGreaterThanOrEqualTo(6);
        assertCode(
                ErrorCode.NOT_FOUND,
                () -> engine.recommender().similar(Caller.SERVICE, UUID.randomUUID(), 8, CatalogFilter.DEFAULT));
    }

    private static void assertCode(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ToriiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private RecommendationList recommend(Caller caller, UUID user, CatalogFilter filter) {
        return engine.recommender()
                .recommend(caller, new RecommendationRequest(user, 10, Algorithm.TWO_TOWER, filter, true));
    }

    private static CatalogFilter genres(String genre) {
        return new CatalogFilter(List.of(genre), List.of(), true, Set.of(), null, null, null);
    }

    private static UUID user(int number) {
        return SourceIds.user("csv", "u" + number);
    }

    private static UUID video(int number) {
        return SourceIds.video("csv", "v" + number);
    }
}
