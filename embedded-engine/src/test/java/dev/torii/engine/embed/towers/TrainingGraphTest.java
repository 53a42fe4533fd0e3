package dev.torii.engine.embed.towers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.engine.embed.towers.TowerShape.DenseParameter;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainingGraphTest {
    private static final TowerShape SHAPE = new TowerShape(6, 4, 5, 10, 16, 2, 3);

    @BeforeAll
    static void load() {
        NativeLibraries.load();
    }

    private static float[] random(SplittableRandom random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static Map<String, float[]> parameters() {
        SplittableRandom random = new SplittableRandom(3);
        Map<String, float[]> parameters = new HashMap<>();
        for (DenseParameter parameter : SHAPE.denseParameters()) {
            parameters.put(parameter.name(), random(random, parameter.size()));
        }
        return parameters;
    }

    private static TrainingBatch batch() {
        SplittableRandom random = new SplittableRandom(4);
        return new TrainingBatch(
                random(random, 3 * 6),
                random(random, 3 * 4),
                random(random, 3 * 3),
                random(random, 4 * 6),
                random(random, 4 * 4),
                random(random, 4 * 2),
                new int[] {0, 1, 2, 2},
                new int[] {2, 0, 1, 3},
                random(random, 4),
                new float[3 * 4]);
    }

    @Test
    void gradientsAreThoseOfTheLoss() {
        TrainingBatch batch = batch();
        try (TrainingGraph graph = new TrainingGraph(SHAPE, parameters(), 0.5)) {
            BatchGradients gradients = graph.step(batch, 0);
            checkSlope(graph, batch, batch.userHistory(), gradients.userHistory());
            checkSlope(graph, batch, batch.userContent(), gradients.userContent());
            checkSlope(graph, batch, batch.itemId(), gradients.itemId());
            checkSlope(graph, batch, batch.itemContent(), gradients.itemContent());
        }
    }

    /// Compares the gradient with central differences at a few places.
    private static void checkSlope(TrainingGraph graph, TrainingBatch batch, float[] input, float[] gradient) {
        assertThat(gradient).hasSameSizeAs(input);
        for (int at = 0; at < input.length; at += 5) {
            float before = input[at];
            input[at] = before + 5e-3f;
            float above = graph.step(batch, 0).loss();
            input[at] = before - 5e-3f;
            float below = graph.step(batch, 0).loss();
            input[at] = before;
            assertThat((above - below) / 1e-2f).isCloseTo(gradient[at], within(5e-3f));
        }
    }

    @Test
    void vectorsHaveLengthOne() {
        TrainingBatch batch = batch();
        try (TrainingGraph graph = new TrainingGraph(SHAPE, parameters(), 0.5)) {
            float[] users = graph.users(batch.userHistory(), batch.userContent(), batch.userNumeric());
            float[] items = graph.items(batch.itemId(), batch.itemContent(), batch.itemNumeric());
            assertThat(users).hasSize(3 * 6);
            for (int row = 0; row < 4; row++) {
                double square = 0;
                for (int i = 0; i < 6; i++) {
                    square += items[row * 6 + i] * items[row * 6 + i];
                }
                assertThat(square).isCloseTo(1, within(1e-5));
            }
        }
    }

    @Test
    void stepsLowerTheLossThroughTheDenseParametersAlone() {
        TrainingBatch batch = batch();
        try (TrainingGraph graph = new TrainingGraph(SHAPE, parameters(), 0.5)) {
            float first = graph.step(batch, 0.01).loss();
            float last = first;
            for (int step = 0; step < 50; step++) {
                last = graph.step(batch, 0.01).loss();
            }
            assertThat(last).isLessThan(first - 0.2f);
        }
    }
}
