package dev.torii.engine.embed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.EngineConfig;
import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.database.Database;
import dev.torii.engine.database.FreshDatabase;
import dev.torii.engine.embed.registry.ActiveModel;
import dev.torii.engine.embed.registry.AlertSink;
import dev.torii.engine.embed.registry.ModelDao;
import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.engine.evaluate.EvaluationFiles;
import dev.torii.engine.jobs.Jobs;
import dev.torii.engine.people.InteractionDao;
import dev.torii.engine.people.InteractionSet;
import dev.torii.engine.people.UserDao;
import dev.torii.engine.people.UserDao.NewUser;
import dev.torii.engine.recommend.collaborative.Ease;
import dev.torii.engine.recommend.collaborative.Popularity;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.embedding.GateCheck;
import dev.torii.models.embedding.GateOutcome;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.evaluate.AlgorithmResult;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.people.Interaction;
import dev.torii.models.people.InteractionKind;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Training, registry and the answering model together, over a real database.
class TrainingServiceTest {
    private final FreshDatabase fresh = FreshDatabase.portable();
    private final Database database = fresh.open();
    private final Jobs jobs = new Jobs(Clock.systemUTC());
    private final ModelRegistry registry = new ModelRegistry(database, new ModelDao(), fresh.home(), Clock.systemUTC());
    private final ActiveModel active = new ActiveModel(registry, AlertSink.NONE, null);
    private final TrainingService training = training(0);

    /// @param mostEaseItems with 0 the small towers of this test need not hold against EASE
    private TrainingService training(int mostEaseItems) {
        return new TrainingService(
                jobs,
                database,
                new InteractionDao(),
                registry,
                new GateBaselines(new Popularity(), Ease.DEFAULT, mostEaseItems),
                CompanionTrainer.NONE,
                new AtOnce(registry),
                EngineConfig.defaults(fresh.home()),
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        jobs.close();
        database.close();
        fresh.close();
    }

    private void fill(int users) {
        InteractionSet set = Tastes.set(users, 4);
        List<NewUser> people = new ArrayList<>();
        List<Interaction> likes = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            UUID id = SourceIds.user("test", set.userKeys().get(user));
            people.add(new NewUser(id, "test", set.userKeys().get(user)));
            for (int k = set.rowStarts()[user]; k < set.rowStarts()[user + 1]; k++) {
                UUID video = set.videos().get(set.items()[k]).id();
                Instant at = Instant.ofEpochSecond(set.epochSeconds()[k]);
                likes.add(new Interaction(id, video, InteractionKind.LIKE, 1, at));
            }
        }
        database.useService(handle -> {
            new VideoDao().upsert(handle, set.videos());
            new UserDao().insertMissing(handle, people);
            new InteractionDao().insert(handle, likes, 4);
        });
    }

    private static Map<String, String> small() {
        return TrainingSettingsReader.describe(Tastes.settings());
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ToriiException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static void damage(Path folder) throws IOException {
        Path file = folder.resolve("user_tower/saved_model.pb");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 4;
        Files.write(file, bytes);
    }

    @Test
    void withoutDataThereIsNothingToTrain() {
        assertFails(ErrorCode.NO_MODEL, active::require);
        assertThat(active.health().state()).isEqualTo(PartState.EMPTY);
        assertFails(ErrorCode.CONFLICT, () -> training.train(small()).await());
        assertFails(ErrorCode.INVALID_VALUE, () -> training.train(Map.of("epoch", "2")));
        assertThat(registry.list()).isEmpty();
    }

    @Test
    void anAcceptedModelAnswersAndTheOneBeforeCanComeBack() throws IOException {
        fill(90);
        ModelVersion first = training.train(small()).await();
        assertThat(first.state()).as(first.gateReason()).isEqualTo(ModelState.ACTIVE);
        assertThat(first.gateReason()).startsWith("Accepted: ndcg@10 ");
        assertThat(first.metrics()).containsKeys("ndcg@10", "recall@20", "popular.ndcg@10", "loss", "coverage@10");
        assertThat(first.settings()).containsEntry("epochs", "15");
        assertThat(first.files()).containsKeys("evaluation.json", "evaluation.md", "installation.txt");
        assertThat(EvaluationFiles.read(registry.folder(first.version())).results())
                .extracting(AlgorithmResult::algorithm)
                .contains("two_tower", "popular", "linear");
        assertThat(registry.simpleWeights()).containsKey("genre");
        assertThat(registry.verify(first.version())).isEmpty();
        assertThat(active.require().version()).isEqualTo(first.version());
        assertThat(active.health().state()).isEqualTo(PartState.UP);

        ModelVersion second = training.train(small()).await();
        assertThat(second.version()).isNotEqualTo(first.version());
        assertThat(second.dataFingerprint()).isEqualTo(first.dataFingerprint());
        assertThat(second.metrics())
                .as("same seed, same data")
                .containsEntry("ndcg@10", first.metrics().get("ndcg@10"));
        assertThat(active.require().version()).isEqualTo(second.version());
        assertThat(registry.find(first.version()).orElseThrow().state()).isEqualTo(ModelState.RETIRED);

        damage(registry.folder(second.version()));
        ActiveModel restarted = new ActiveModel(registry, AlertSink.NONE, null);
        try (TowerModel fallback = restarted.require()) {
            assertThat(fallback.version()).isEqualTo(first.version());
            assertThat(fallback.encodeVideos(Tastes.videos())).hasNumberOfRows(Tastes.ITEMS);
        }
        assertThat(restarted.health().state()).isEqualTo(PartState.DEGRADED);
        assertThat(restarted.health().detail()).contains(first.version(), "saved_model.pb is damaged");

        assertThat(registry.rollback().version()).isEqualTo(first.version());
        assertThat(active.require().version()).isEqualTo(first.version());
        assertFails(ErrorCode.CONFLICT, registry::rollback);
        assertFails(ErrorCode.MODEL_DAMAGED, () -> registry.activate(second.version()));
        assertThat(registry.active().orElseThrow().version()).isEqualTo(first.version());
        assertThat(registry.verify(second.version())).singleElement().asString().contains("saved_model.pb");
        assertFails(ErrorCode.NOT_FOUND, () -> registry.activate("20000101-000000-0000"));

        damage(registry.folder(first.version()));
        ActiveModel broken = new ActiveModel(registry, AlertSink.NONE, null);
        assertFails(ErrorCode.MODEL_DAMAGED, broken::require);
        assertThat(broken.health().state()).isEqualTo(PartState.DOWN);
    }

    @Test
    void aModelThatLosesAgainstPopularityIsNotActivated() {
        fill(90);
        Map<String, String> hopeless = new HashMap<>(small());
        hopeless.put("epochs", "1");
        hopeless.put("learningRate", "0.000001");
        ModelVersion model = training.train(hopeless).await();
        assertThat(model.state()).isEqualTo(ModelState.REJECTED);
        assertThat(model.gateReason()).startsWith("Rejected: ndcg@10 ");
        assertThat(registry.active()).isEmpty();
        assertFails(ErrorCode.VIOLATION, () -> registry.activate(model.version()));
        assertFails(ErrorCode.INVALID_VALUE, () -> registry.force(model.version(), "operator eve", "  "));
        assertThat(registry.audit(model.version())).isEmpty();

        assertThat(registry.force(model.version(), "operator eve", "to see it answer")
                        .state())
                .isEqualTo(ModelState.ACTIVE);
        assertThat(registry.audit(model.version())).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("operator eve");
            assertThat(entry.action()).isEqualTo("model.force");
            assertThat(entry.reason()).isEqualTo("to see it answer");
        });
    }

    @Test
    void aModelThatLosesAgainstEaseIsNotActivated() {
        fill(90);
        Map<String, String> weak = new HashMap<>(small());
        weak.put("epochs", "2");
        ModelVersion model = training(Ease.MAX_ITEMS).train(weak).await();
        assertThat(model.state()).as(model.gateReason()).isEqualTo(ModelState.REJECTED);
        assertThat(model.gateReason()).contains(" of EASE");
        assertThat(model.gateChecks())
                .filteredOn(check -> !check.passed())
                .extracting(GateCheck::name)
                .contains("not_below_ease");
        assertThat(registry.find(model.version()).orElseThrow().gateChecks()).isEqualTo(model.gateChecks());
    }

    @Test
    void theActiveModelIsComparedOnEqualTerms() {
        fill(90);
        ModelVersion first = training.train(small(), "schedule").await();
        assertThat(check(first, "not_worse_than_active").sentence()).contains("no model is active");
        assertThat(first.lineage().trigger()).isEqualTo("schedule");
        assertThat(first.lineage().parent()).isNull();

        ModelVersion same = training.train(small()).await();
        assertThat(check(same, "not_worse_than_active").outcome()).isEqualTo(GateOutcome.NOT_COMPARED);
        assertThat(check(same, "not_worse_than_active").sentence()).contains(first.version(), "the same settings");
        assertThat(same.lineage().parent()).isEqualTo(first.version());

        Map<String, String> weaker = new HashMap<>(small());
        weaker.put("epochs", "1");
        weaker.put("learningRate", "0.001");
        ModelVersion worse = training.train(weaker).await();
        GateCheck compared = check(worse, "not_worse_than_active");
        assertThat(compared.outcome()).as(compared.sentence()).isEqualTo(GateOutcome.FAILED);
        assertThat(compared.sentence()).contains("the settings of the active model " + same.version());
        assertThat(worse.state()).isEqualTo(ModelState.REJECTED);
        assertThat(registry.active()).map(ModelVersion::version).contains(same.version());
    }

    @Test
    void anActiveModelThatHasSeenNothingOfWhatIsHeldOutIsAskedItself() {
        fill(90);
        ModelVersion first = training.train(small()).await();
        assertThat(first.lineage().dataUntil()).isNotNull();
        like(90, 3, first.lineage().dataUntil());

        GateCheck compared = check(training.train(small()).await(), "not_worse_than_active");

        assertThat(compared.outcome()).as(compared.sentence()).isNotEqualTo(GateOutcome.NOT_COMPARED);
        assertThat(compared.sentence()).contains(" of the active model " + first.version());
        assertThat(compared.figures().get("users")).isEqualTo(90);
    }

    /// Each user likes further videos of its genre, one an hour.
    private void like(int users, int count, @Nullable Instant after) {
        InteractionSet set = Tastes.set(users, 4);
        List<Interaction> likes = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            Set<Integer> liked = Arrays.stream(set.items(), set.rowStarts()[user], set.rowStarts()[user + 1])
                    .boxed()
                    .collect(Collectors.toSet());
            int added = 0;
            for (int item = Tastes.taste(user); added < count; item += Tastes.GENRES.size()) {
                if (!liked.contains(item)) {
                    UUID id = SourceIds.user("test", set.userKeys().get(user));
                    Instant at = Objects.requireNonNull(after).plusSeconds(3600L * (1 + added));
                    likes.add(new Interaction(id, set.videos().get(item).id(), InteractionKind.LIKE, 1, at));
                    added++;
                }
            }
        }
        database.useService(handle -> new InteractionDao().insert(handle, likes, 4));
    }

    private static GateCheck check(ModelVersion model, String name) {
        return model.gateChecks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHandfulOfUsersIsTrainedUnmeasured() {
        fill(4);
        ModelVersion model = training.train(small()).await();
        assertThat(model.state()).isEqualTo(ModelState.ACTIVE);
        assertThat(model.gateReason()).startsWith("Accepted without a measurement: only 4 users");
    }
}
