package dev.torii.engine.embed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.EngineConfig;
import dev.torii.engine.embed.features.Films;
import dev.torii.engine.embed.towers.NativeLibraries;
import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.evaluate.FullRanking;
import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.RankingOutcome;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.Jobs;
import dev.torii.engine.people.InteractionSet;
import dev.torii.engine.recommend.collaborative.Popularity;
import dev.torii.models.catalog.Video;
import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TowerTrainerTest {
    private static final InteractionSet DATA = Tastes.set(150, 5);

    @BeforeAll
    static void load() {
        NativeLibraries.load();
    }

    private static TrainedTowers train(InteractionSet data) {
        return new TowerTrainer(Tastes.settings()).train(data, "train.epoch", JobContext.unwatched());
    }

    private static float[] items(TrainedTowers towers) {
        return towers.items(
                DATA.videos().stream().map(towers.extractor()::extract).toList());
    }

    private static double cosine(float[] vectors, int left, int right, int dimension) {
        double product = 0;
        for (int i = 0; i < dimension; i++) {
            product += vectors[left * dimension + i] * vectors[right * dimension + i];
        }
        return product;
    }

    @Test
    void ranksBetterThanPopularity() {
        EvaluationSplit split = HeldOutSplit.of(DATA, 0.2, 7);
        FullRanking ranking = new FullRanking(split);
        try (TrainedTowers towers = train(split.training());
                Ranker ranker = TowerRankers.twoTower(towers, split.training());
                Ranker popular = new Popularity().fit(split.training(), JobContext.unwatched())) {
            RankingOutcome reached = ranking.rank(ranker, JobContext.unwatched());
            RankingOutcome baseline = ranking.rank(popular, JobContext.unwatched());
            assertThat(reached.mean("ndcg@10")).isGreaterThan(1.5 * baseline.mean("ndcg@10"));
            assertThat(new AccuracyGate(reached, 7)
                            .mustBeat("beats", "popularity", baseline)
                            .passed())
                    .isTrue();
            assertThat(new AccuracyGate(baseline, 7)
                            .mustBeat("beats", "towers", reached)
                            .passed())
                    .isFalse();
            assertThat(new AccuracyGate(baseline, 7)
                            .mustNotLoseTo("loses", "towers", reached)
                            .passed())
                    .isFalse();
        }
    }

    @Test
    void theSameSeedGivesTheSameVectors() {
        try (TrainedTowers first = train(DATA);
                TrainedTowers second = train(DATA)) {
            assertThat(Arrays.equals(items(second), items(first))).isTrue();
            assertThat(second.figures().loss()).isEqualTo(first.figures().loss());
        }
    }

    @Test
    void aVideoThatNobodyLikedYetStandsWithItsGenre() {
        try (TrainedTowers towers = train(DATA)) {
            float[] vectors = items(towers);
            int dimension = towers.shape().dimension();
            for (int unseen : Tastes.unseen()) {
                double[] nearness = new double[Tastes.GENRES.size()];
                for (int item = 0; item < Tastes.unseen()[0]; item++) {
                    nearness[Tastes.genre(item)] += cosine(vectors, unseen, item, dimension);
                }
                for (int genre = 0; genre < nearness.length; genre++) {
                    if (genre != Tastes.genre(unseen)) {
                        assertThat(nearness[Tastes.genre(unseen)]).isGreaterThan(nearness[genre]);
                    }
                }
            }
        }
    }

    @Test
    void stopsWhenItIsCancelled() {
        try (Jobs jobs = new Jobs(Clock.systemUTC())) {
            Job<String> job = jobs.start(JobKind.TRAIN, "", context -> {
                new TowerTrainer(Tastes.settings())
                        .train(DATA, "train.epoch", context)
                        .close();
                return "never cancelled";
            });
            job.onChange(snapshot -> {
                if (snapshot.progress().figures().containsKey("loss")) {
                    job.cancel();
                }
            });
            assertThatThrownBy(job::await)
                    .isInstanceOfSatisfying(
                            ToriiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
            assertThat(job.snapshot().state()).isEqualTo(JobState.CANCELLED);
        }
    }

    @Test
    void dataThatTeachesNothingIsRefused() {
        InteractionSet nothing = new InteractionSet(new int[1], new int[0], new long[0], List.of(), List.of());
        InteractionSet unliked = new InteractionSet(new int[1], new int[0], new long[0], Tastes.videos(), List.of());
        for (InteractionSet data : List.of(nothing, unliked, Tastes.set(1, 5))) {
            assertThatThrownBy(() -> TrainableData.check(data, 4)).isInstanceOfSatisfying(ToriiException.class, e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
                assertThat(e.advice()).startsWith("Maybe ");
            });
        }
    }

    private static TrainingSettings with(Map<String, String> changed) {
        Map<String, String> settings = new HashMap<>(TrainingSettingsReader.describe(Tastes.settings()));
        settings.putAll(changed);
        return TrainingSettingsReader.read(EngineConfig.TrainingConfig.DEFAULT, settings);
    }

    /// Trains as a job, for its log.
    private static Job<Double> trained(TrainingSettings settings, InteractionSet data, TowerTrainer trainer) {
        try (Jobs jobs = new Jobs(Clock.systemUTC())) {
            Job<Double> job = jobs.start(JobKind.TRAIN, "", context -> {
                try (TrainedTowers towers = trainer.train(data, "train.epoch", context)) {
                    return towers.figures().loss();
                }
            });
            assertThat(job.await()).as("%s", settings).isFinite();
            return job;
        }
    }

    @Test
    void aStepThatDoesNotFitIsHalvedUntilItDoes() {
        TrainingSettings tight = with(Map.of("batchSize", "1024", "stepMegabytes", "1", "epochs", "2"));
        TowerTrainer trainer = new TowerTrainer(tight);
        Job<Double> job = trained(tight, DATA, trainer);
        assertThat(job.log())
                .anySatisfy(line ->
                        assertThat(line).contains("did not fit into memory").contains("512 positives"));
        assertThat(trainer.clock().pairs())
                .as("nothing is left out")
                .isEqualTo(2L * DATA.interactionCount())
                .isEqualTo(trainer.plannedPairs());
    }

    @Test
    void aUserWithTenThousandLikesIsCutToTheNewest() {
        int videos = 10_100;
        int[] starts = new int[32];
        int[] items = new int[10_000 + 30 * 10];
        for (int k = 0; k < 10_000; k++) {
            items[k] = k;
        }
        starts[1] = 10_000;
        SplittableRandom random = new SplittableRandom(4);
        for (int user = 1; user <= 30; user++) {
            int first = random.nextInt(videos - 10);
            for (int k = 0; k < 10; k++) {
                items[starts[user] + k] = first + k;
            }
            starts[user + 1] = starts[user] + 10;
        }
        List<Video> catalogue = IntStream.range(0, videos)
                .mapToObj(item -> Films.plain("w" + item, "作品" + item % 50, Tastes.GENRES.get(item % 3)))
                .toList();
        List<String> keys =
                IntStream.range(0, 31).mapToObj(user -> "user " + user).toList();
        InteractionSet data = new InteractionSet(starts, items, new long[items.length], catalogue, keys);
        TrainingSettings once = with(Map.of("epochs", "1", "rowTargets", "8", "maxSlots", "20000"));
        TowerTrainer trainer = new TowerTrainer(once);
        assertThat(trained(once, data, trainer).snapshot().state()).isEqualTo(JobState.DONE);
        assertThat(trainer.clock().pairs()).isEqualTo(items.length);
    }
}
