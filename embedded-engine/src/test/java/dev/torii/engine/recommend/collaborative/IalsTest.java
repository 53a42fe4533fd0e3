package dev.torii.engine.recommend.collaborative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.torii.engine.evaluate.SmallSets;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.Jobs;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IalsTest {
    private static final Ials SMALL = new Ials(6, .2, .02, 1, 10, 11);
    private final JobContext context = JobContext.unwatched();

    /// 80 users, of whom the last has nothing, and 50 items, of which the last nobody has.
    private static InteractionSet random() {
        SplittableRandom random = new SplittableRandom(5);
        int[][] rows = IntStream.range(0, 80)
                .mapToObj(user -> IntStream.range(0, 49)
                        .filter(item -> user < 79 && random.nextInt(item % 4 == user % 4 ? 2 : 12) == 0)
                        .toArray())
                .toArray(int[][]::new);
        return SmallSets.of(50, rows);
    }

    @Test
    void theObjectiveFallsInEveryEpoch() {
        AlternatingSolver solver = new AlternatingSolver(SMALL, random(), 2);
        double last = Double.POSITIVE_INFINITY;
        for (int epoch = 0; epoch < 10; epoch++) {
            solver.solveUsers(context);
            double between = solver.objective(context);
            assertThat(between).isLessThan(last);
            solver.solveItems(context);
            last = solver.objective(context);
            assertThat(last).isLessThan(between);
        }
    }

    @Test
    void theObjectiveIsTheSumOverAllPairs() {
        InteractionSet training = random();
        AlternatingSolver solver = new AlternatingSolver(SMALL, training, 2);
        solver.solveUsers(context);
        double sum = 0;
        for (int user = 0; user < 80; user++) {
            boolean[] has = row(training, user);
            int size = training.rowStarts()[user + 1] - training.rowStarts()[user];
            float[] vector = solver.userFactors()[user];
            sum += .02 * (size + .2 * 49) * DenseFactors.dot(vector, vector);
            for (int item = 0; item < 50; item++) {
                double score = DenseFactors.dot(vector, solver.itemFactors()[item]);
                sum += .2 * score * score + (has[item] ? (1 - score) * (1 - score) : 0);
            }
        }
        int[] counts = training.itemCounts();
        for (int item = 0; item < 50; item++) {
            float[] vector = solver.itemFactors()[item];
            sum += .02 * (counts[item] + .2 * 79) * DenseFactors.dot(vector, vector);
        }
        assertThat(solver.objective(context)).isCloseTo(sum, within(1e-6 * sum));
    }

    @Test
    void everyUserSolvesTheNormalEquationsOverAllItems() {
        InteractionSet training = random();
        DenseFactors fitted = SMALL.fit(training, context, 2);
        for (int user = 0; user < 79; user++) {
            boolean[] has = row(training, user);
            int size = training.rowStarts()[user + 1] - training.rowStarts()[user];
            for (int at = 0; at < 6; at++) {
                double gradient = .02 * (size + .2 * 49) * fitted.users()[user][at];
                for (int item = 0; item < 50; item++) {
                    double score = DenseFactors.dot(fitted.users()[user], fitted.items()[item]);
                    gradient += fitted.items()[item][at] * (.2 * score + (has[item] ? score - 1 : 0));
                }
                assertThat(gradient).as("user %d, dimension %d", user, at).isCloseTo(0, within(1e-5));
            }
        }
    }

    @Test
    void oneUserAndOneItemAgreeWithTheFixedPointByHand() {
        // One pair: w = h / ((1 + a) h² + r) and the same for h with w, so w² = h² = (1 - r) / (1 + a),
        // with a = 1 and r = 0.1 (1 + 1) = 0.2: the score is 0.4.
        float[] scores = new float[1];
        new Ials(1, 1, .1, 1, 200, 1)
                .fit(SmallSets.of(1, new int[] {0}), context)
                .score(0, scores);
        assertThat(scores[0]).isCloseTo(.4f, within(1e-5f));
    }

    @Test
    void threadsDoNotChangeTheResult() {
        InteractionSet training = random();
        DenseFactors alone = SMALL.fit(training, context, 1);
        for (int threads : new int[] {2, 3, 6}) {
            DenseFactors together = SMALL.fit(training, context, threads);
            assertThat(together.users()).isDeepEqualTo(alone.users());
            assertThat(together.items()).isDeepEqualTo(alone.items());
        }
        assertThat(new Ials(6, .2, .02, 1, 10, 12).fit(training, context, 1).items()[0])
                .isNotEqualTo(alone.items()[0]);
    }

    @Test
    void rowsWithoutAnInteractionScoreNought() {
        DenseFactors fitted = SMALL.fit(random(), context, 2);
        assertThat(fitted.users()[79]).containsOnly(0);
        assertThat(fitted.items()[49]).containsOnly(0);
        float[] scores = new float[50];
        Arrays.fill(scores, 9);
        fitted.score(79, scores);
        assertThat(scores).containsOnly(0);
        DenseFactors empty = SMALL.fit(SmallSets.of(3, new int[0]), context, 2);
        assertThat(empty.items()).isDeepEqualTo(new float[3][6]);
    }

    /// Users take mostly items whose number leaves the same rest when divided by four.
    @Test
    void scoresUnseenItemsOfTheUsersOwnKindHigher() {
        InteractionSet training = random();
        DenseFactors fitted = SMALL.fit(training, context, 2);
        double[] sums = new double[2];
        int[] counts = new int[2];
        float[] scores = new float[50];
        for (int user = 0; user < 79; user++) {
            fitted.score(user, scores);
            boolean[] has = row(training, user);
            for (int item = 0; item < 49; item++) {
                int kind = item % 4 == user % 4 ? 0 : 1;
                sums[kind] += has[item] ? 0 : scores[item];
                counts[kind] += has[item] ? 0 : 1;
            }
        }
        assertThat(sums[0] / counts[0]).isGreaterThan(2 * sums[1] / counts[1]);
    }

    @Test
    void refusesSettingsThatHaveNoSolution() {
        assertThatThrownBy(() -> new Ials(8, .1, 0, 1, 4, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lambda 0.0");
    }

    @Test
    void stopsWhenCancelled() throws InterruptedException {
        try (Jobs jobs = new Jobs(Clock.systemUTC())) {
            CountDownLatch started = new CountDownLatch(1);
            Job<DenseFactors> job = jobs.start(JobKind.EVALUATE, "endless", watched -> {
                started.countDown();
                return new Ials(6, .2, .02, 1, Integer.MAX_VALUE, 11).fit(random(), watched, 2);
            });
            started.await();
            job.cancel();
            assertThatThrownBy(job::await)
                    .isInstanceOfSatisfying(
                            ToriiException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED));
            assertThat(job.snapshot().state()).isEqualTo(JobState.CANCELLED);
        }
    }

    private static boolean[] row(InteractionSet training, int user) {
        boolean[] has = new boolean[training.itemCount()];
        for (int at = training.rowStarts()[user]; at < training.rowStarts()[user + 1]; at++) {
            has[training.items()[at]] = true;
        }
        return has;
    }
}
