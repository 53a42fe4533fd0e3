package dev.torii.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.database.FreshDatabase;
import dev.torii.engine.embed.encoding.UserVector;
import dev.torii.engine.embed.registry.ActiveModel;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.monitoring.Alert;
import dev.torii.models.monitoring.AuditEntry;
import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.people.Caller;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.recommendation.Algorithm;
import dev.torii.models.recommendation.RecommendationList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The life of model versions as several engines on one database see it: each test goes on where the one before it
/// ended.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelLifeTest {
    private static final UUID USER = SourceIds.user("csv", "u5");
    private static final String COPY = "20990101-000000-copy";

    private final FreshDatabase fresh = FreshDatabase.portable();
    private final Engine first = open();
    private final Engine second = open();
    private String before = "";
    private String after = "";

    private Engine open() {
        return Engine.open(EngineConfig.defaults(fresh.home()).withDatabase(fresh.config()));
    }

    @BeforeAll
    void fill(@TempDir Path data) throws IOException {
        TasteFiles files = new TasteFiles(data, 3);
        first.imports().csv(files.videos, files.interactions).await();
        before = train(first, 1).version();
    }

    @AfterAll
    void close() {
        second.close();
        first.close();
        fresh.close();
    }

    @Test
    @Order(1)
    void aVersionOfAnotherLengthIsRefusedBeforeItIsTrained() {
        assertCode(
                ErrorCode.CONFLICT,
                () -> first.training().train(Map.of("dimension", "256")).await());
        assertThat(first.models().list()).hasSize(1);
    }

    @Test
    @Order(2)
    void duringATrainingEveryAnswerIsOfOneVersionAndNoneIsMissing() throws Exception {
        awaitVersion(first, before);
        awaitVersion(second, before);
        try (ContinuousRequests requests = new ContinuousRequests(List.of(first, second), USER)) {
            ModelVersion trained = train(first, 2);
            after = trained.version();
            assertThat(trained.lineage().parent()).isEqualTo(before);
            awaitVersion(second, after);
            awaitVersion(first, after);
            requests.more(200);
            requests.assertSound(before, after);
        }
    }

    @Test
    @Order(3)
    void aRollbackAnswersAtOnceWithTheVectorsThatAreStillThere() throws Exception {
        try (ContinuousRequests requests = new ContinuousRequests(List.of(first, second), USER)) {
            assertThat(second.models().rollback("operator eve", after).version())
                    .isEqualTo(before);
            assertThat(second.models().rollback("operator eve", after).version())
                    .as("a repetition does no harm")
                    .isEqualTo(before);
            awaitVersion(first, before);
            awaitVersion(second, before);
            requests.more(100);
            requests.assertSound(after, before);
        }
        assertThat(first.models().audit(before)).element(0).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("model.rollback");
            assertThat(entry.actor()).isEqualTo("operator eve");
            assertThat(entry.reason()).contains(after);
        });
        assertCode(ErrorCode.CONFLICT, () -> first.models().rollback());
        first.models().activate(after);
        awaitVersion(second, after);
    }

    @Test
    @Order(4)
    void aVersionWithoutVectorsLeavesTheAnsweringToTheOneBefore() throws Exception {
        register(COPY, after);
        try (ContinuousRequests requests = new ContinuousRequests(List.of(first, second), USER)) {
            first.models().activate(COPY);
            requests.more(100);
            assertThat(answer(first).modelVersion()).isEqualTo(after);
            try (Engine restarted = open()) {
                assertThat(answer(restarted).modelVersion())
                        .as("a start in between changes nothing")
                        .isEqualTo(after);
                assertThat(part(restarted, "index").detail()).contains("answers until " + COPY);
            }
            first.encoding().embedAll(true).await();
            awaitVersion(first, COPY);
            awaitVersion(second, COPY);
            requests.assertSound(after, COPY);
        }
    }

    @Test
    @Order(5)
    void aDamagedVersionIsReplacedByTheOneBeforeWithAnAlertThatEndsByItself() throws Exception {
        Path file = first.models().folder(COPY).resolve("user_tower/saved_model.pb");
        byte[] sound = Files.readAllBytes(file);
        Files.write(file, new byte[] {1, 2, 3});
        try (Engine restarted = open()) {
            assertThat(answer(restarted).modelVersion()).isEqualTo(after);
            assertThat(part(restarted, "model").state()).isEqualTo(PartState.DEGRADED);
            restarted.activeModel().reload();
            assertThat(restarted.alerts().open()).singleElement().satisfies(alert -> {
                assertThat(alert.key()).isEqualTo(ActiveModel.ALERT);
                assertThat(alert.count()).isGreaterThanOrEqualTo(2);
                assertThat(alert.detail()).contains(after + " answers instead", "saved_model.pb is damaged");
            });

            Files.write(file, sound);
            restarted.activeModel().reload();
            awaitVersion(restarted, COPY);
            assertThat(restarted.alerts().open()).isEmpty();
            assertThat(restarted.alerts().list(10))
                    .extracting(Alert::resolvedAt)
                    .doesNotContainNull();
        }
    }

    @Test
    @Order(6)
    void aHalfCopiedFolderAndADamagedRowAreNotAnsweredWith() throws Exception {
        Files.delete(first.models().folder(COPY).resolve("item_tower/saved_model.pb"));
        try (Engine restarted = open()) {
            assertThat(answer(restarted).modelVersion()).isEqualTo(after);
            assertThat(part(restarted, "model").detail()).contains("saved_model.pb is missing");
        }
        execute("update public.model set files = '[1]', metrics = '{\"ndcg@10\": null}' where version = '" + after
                + "'");
        assertThat(first.models().find(after).orElseThrow().damage()).contains("files", "metrics");
        assertThat(first.models().list()).hasSize(3);
        assertThat(first.models().verify(after)).first().asString().contains("damaged");
        assertCode(ErrorCode.MODEL_DAMAGED, () -> first.models().activate(after));
        try (Engine restarted = open()) {
            assertThat(restarted.activeModel().require().version()).isEqualTo(before);
        }
    }

    @Test
    @Order(7)
    void withoutAnyModelTheLinearOneAnswersAndSaysSo() throws Exception {
        try (Stream<Path> files = Files.walk(first.models().folder(before))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        try (Engine restarted = open()) {
            RecommendationList list = answer(restarted);

            assertThat(list.algorithm()).isEqualTo(Algorithm.LINEAR);
            assertThat(list.degraded()).contains(COPY);
            assertThat(list.items())
                    .hasSize(10)
                    .allSatisfy(item -> assertThat(item.parts())
                            .singleElement()
                            .satisfies(part -> assertThat(part.name()).isEqualTo("linear")));
            assertThat(list.items()).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
            assertThat(list.items().stream()
                            .filter(item -> item.video().names(TermKind.GENRE).contains(TasteFiles.genre(5))))
                    .hasSizeGreaterThanOrEqualTo(6);
            assertThat(restarted.alerts().open())
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.title()).isEqualTo("No model can be loaded"));

            UserVector vector = restarted.encoding().refreshUser(new Caller.User(USER), USER);
            assertThat(vector.modelVersion()).isEqualTo("linear");
            assertThat(vector.computed()).isFalse();
            assertThat(norm(vector.vector())).isBetween(0.999, 1.001);
            assertThat(restarted.encoding().refreshUser(Caller.SERVICE, USER).vector())
                    .isEqualTo(vector.vector());
        }
        assertThat(answer(first).modelVersion()).as("what was loaded goes on").isEqualTo(COPY);
        assertThat(first.models().audit(COPY)).extracting(AuditEntry::action).containsExactly("model.activate");
    }

    private static double norm(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    private void register(String version, String from) throws IOException {
        ModelVersion model = first.models().find(from).orElseThrow();
        Path target = first.models().folder(version);
        try (Stream<Path> files = Files.walk(first.models().folder(from))) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(
                        first.models().folder(from).relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        first.models()
                .register(new ModelVersion(
                        version,
                        ModelState.CANDIDATE,
                        model.dimension(),
                        Instant.parse("2099-01-01T00:00:00Z"),
                        null,
                        model.files(),
                        model.settings(),
                        model.metrics(),
                        model.dataFingerprint(),
                        null));
    }

    private static ModelVersion train(Engine engine, int seed) {
        ModelVersion model = engine.training()
                .train(Map.of("epochs", "8", "batchSize", "64", "seed", "" + seed))
                .await();
        assertThat(model.state()).as(model.gateReason()).isEqualTo(ModelState.ACTIVE);
        return model;
    }

    private static RecommendationList answer(Engine engine) {
        return engine.recommender().recommend(Caller.SERVICE, ContinuousRequests.request(USER));
    }

    private static void awaitVersion(Engine engine, String version) throws InterruptedException {
        for (int i = 0; i < 300 && !answer(engine).modelVersion().equals(version); i++) {
            Thread.sleep(50);
        }
        assertThat(answer(engine).modelVersion()).isEqualTo(version);
    }

    private static PartHealth part(Engine engine, String name) {
        return engine.health().parts().stream()
                .filter(part -> part.part().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void execute(String sql) throws SQLException {
        try (Connection admin = fresh.admin();
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertCode(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ToriiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
