package dev.torii.engine.recommend.companion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedContentTest {
    private static final int ITEMS = 37;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void productsAreThoseOfTheVectorsButForTheRounding() throws IOException {
        for (int dimension : new int[] {8, 13, 768}) {
            SplittableRandom random = new SplittableRandom(5);
            float[] vectors = unit(random, ITEMS, dimension);
            float[] user = unit(random, 1, dimension);
            Path file = folder.resolve("content" + dimension);
            SavedContent.write(
                    file,
                    ITEMS,
                    dimension,
                    10,
                    (from, to) -> Arrays.copyOfRange(vectors, from * dimension, to * dimension));

            float[] scores = new float[ITEMS];
            SavedContent content = SavedContent.open(file, ITEMS);
            content.score(user, scores);

            for (int item = 0; item < ITEMS; item++) {
                double exact = 0;
                for (int k = 0; k < dimension; k++) {
                    exact += user[k] * vectors[item * dimension + k];
                }
                assertThat((double) scores[item]).isCloseTo(exact, within(0.01));
                assertThat(content.product(user, item)).isEqualTo(scores[item]);
            }
        }
    }

    @Test
    void aFileOfAnotherSizeIsRefused() throws IOException {
        Path file = folder.resolve("content");
        SavedContent.write(file, ITEMS, 8, 10, (from, to) -> new float[8 * (to - from)]);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));

        assertThatThrownBy(() -> SavedContent.open(file, ITEMS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("100 bytes");
        assertThatThrownBy(() -> SavedContent.open(file, ITEMS + 1)).isInstanceOf(IOException.class);
    }

    private static float[] unit(SplittableRandom random, int rows, int dimension) {
        float[] values = new float[rows * dimension];
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) (random.nextGaussian() / Math.sqrt(dimension));
        }
        return values;
    }
}
