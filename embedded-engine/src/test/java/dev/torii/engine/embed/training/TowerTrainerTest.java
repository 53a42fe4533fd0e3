package dev.torii.engine.embed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
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
            assertThat(new AccuracyGate(reached, 7).mustBeat("beats", "popularity", baseline).passed()).isTrue();
            assertThat(new AccuracyGate(baseline, 7).mustBeat("beats", "towers", reached).passed()).isFalse();
            assertThat(new AccuracyGate(baseline, 7).mustNotLoseTo("loses", "towers", reached).passed()).isFalse();
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
}
