package dev.torii.engine.embed.towers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class SampledSoftmaxLossTest {
    private static final double TEMPERATURE = 0.25;
    private static final float[][] USERS = {{1, 0}, {0.6f, 0.8f}};
    private static final float[][] ITEMS = {{0.8f, 0.6f}, {0, 1}, {-1, 0}};
    private static final int[] ROWS = {0, 1};
    private static final int[] TARGETS = {0, 1};

    @BeforeAll
    static void load() {
        NativeLibraries.load();
    }

    private static double loss(float[] logSampling, float[][] masked) {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            var loss = SampledSoftmaxLoss.of(
                    tf,
                    tf.constant(USERS),
                    tf.constant(ITEMS),
                    tf.constant(ROWS),
                    tf.constant(TARGETS),
                    tf.constant(logSampling),
                    tf.constant(masked),
                    TEMPERATURE);
            try (Result result = session.runner().fetch(loss).run()) {
                return ((TFloat32) result.get(0)).getFloat();
            }
        }
    }

    private static double expected(float[] logSampling, boolean secondItemCountsForFirstUser) {
        double sum = 0;
        for (int user = 0; user < 2; user++) {
            double[] logits = new double[3];
            for (int item = 0; item < 3; item++) {
                double cosine = USERS[user][0] * ITEMS[item][0] + USERS[user][1] * ITEMS[item][1];
                logits[item] = cosine / TEMPERATURE - logSampling[item];
            }
            int who = user;
            double total = IntStream.range(0, 3)
                    .filter(item -> secondItemCountsForFirstUser || who != 0 || item != 1)
                    .mapToDouble(item -> Math.exp(logits[item]))
                    .sum();
            sum += Math.log(total) - logits[TARGETS[user]];
        }
        return sum / 2;
    }

    @Test
    void followsTheFormula() {
        float[] logSampling = {-0.5f, -1.5f, -3f};
        assertThat(loss(logSampling, new float[2][3])).isCloseTo(expected(logSampling, true), within(1e-5));
    }

    @Test
    void aTargetThatIsDrawnOftenCostsMoreThanARareOne() {
        float[] even = {-1, -1, -1};
        float[] popularTargets = {0, 0, -1};
        assertThat(loss(popularTargets, new float[2][3]))
                .as("subtracting log q lowers the logit of what is drawn often, so its cosine has to earn more")
                .isGreaterThan(loss(even, new float[2][3]));
    }

    @Test
    void maskedCandidatesAreNoNegatives() {
        float[] logSampling = {-0.5f, -1.5f, -3f};
        float[][] masked = {{0, TrainingBatch.MASKED, 0}, {0, 0, 0}};
        assertThat(loss(logSampling, masked)).isCloseTo(expected(logSampling, false), within(1e-5));
    }
}
