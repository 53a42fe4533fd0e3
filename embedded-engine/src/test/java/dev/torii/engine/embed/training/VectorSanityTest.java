package dev.torii.engine.embed.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.embedding.GateCheck;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VectorSanityTest {
    private static final int DIMENSION = 16;
    private static final int ROWS = 40;

    private static float[] random() {
        SplittableRandom random = new SplittableRandom(5);
        float[] vectors = new float[ROWS * DIMENSION];
        for (int row = 0; row < ROWS; row++) {
            double squares = 0;
            double[] values = new double[DIMENSION];
            for (int i = 0; i < DIMENSION; i++) {
                values[i] = random.nextGaussian();
                squares += values[i] * values[i];
            }
            for (int i = 0; i < DIMENSION; i++) {
                vectors[row * DIMENSION + i] = (float) (values[i] / Math.sqrt(squares));
            }
        }
        return vectors;
    }

    private static GateCheck check(float[] vectors) {
        return VectorSanity.check("video_vectors", "videos", vectors, DIMENSION);
    }

    @Test
    void soundVectorsPassWithTheirFigures() {
        GateCheck check = check(random());
        assertThat(check.passed()).as(check.sentence()).isTrue();
        assertThat(check.figures().get("directions")).isBetween(8.0, 16.0);
        assertThat(check.figures().get("mean_cosine")).isBetween(-0.2, 0.2);
    }

    @Test
    void aNumberThatIsNoneIsFound() {
        for (float broken : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            float[] vectors = random();
            vectors[37] = broken;
            assertThat(check(vectors).passed()).isFalse();
            assertThat(check(vectors).sentence()).contains("1 of 40 vectors of videos hold NaN or infinity");
        }
    }

    @Test
    void aLengthThatIsNotOneIsFoundAndSoIsAZeroVector() {
        float[] longer = random();
        for (int i = 0; i < DIMENSION; i++) {
            longer[3 * DIMENSION + i] *= 1.01f;
        }
        assertThat(check(longer).sentence()).contains("1 of 40 vectors of videos are not of length 1");
        float[] zero = random();
        Arrays.fill(zero, 0, DIMENSION, 0);
        assertThat(check(zero).passed()).isFalse();
    }

    @Test
    void vectorsThatAreAllTheSameOrLieOnOneLineHaveCollapsed() {
        float[] same = random();
        float[] line = random();
        for (int row = 1; row < ROWS; row++) {
            System.arraycopy(same, 0, same, row * DIMENSION, DIMENSION);
            for (int i = 0; i < DIMENSION; i++) {
                line[row * DIMENSION + i] = row % 2 == 0 ? line[i] : -line[i];
            }
        }
        assertThat(check(same).sentence()).contains("have collapsed", "1.00 directions");
        assertThat(check(line).sentence()).contains("have collapsed", "1.00 directions");
        assertThat(check(line).passed()).isFalse();
    }
}
