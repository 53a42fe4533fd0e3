package dev.torii.engine.embed.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchEncoderTest {
    private final List<String> failures = new ArrayList<>();
    private final BatchEncoder encoder =
            new BatchEncoder("m1", 2, (item, reason) -> failures.add(item + ": " + reason));

    @Test
    void anItemThatCannotBeEncodedCostsItselfAlone() {
        List<BatchEncoder.Encoded<String>> encoded =
                encoder.encode(List.of("a", "bad", "c"), BatchEncoderTest::lengths);

        assertThat(encoded).extracting(BatchEncoder.Encoded::item).containsExactly("a", "c");
        assertThat(failures).containsExactly("bad: IllegalArgumentException: no features");
    }

    @Test
    void aVectorThatIsNotFiniteIsAFailure() {
        List<BatchEncoder.Encoded<String>> encoded =
                encoder.encode(List.of("a", "b"), items -> new float[][] {{1, Float.NaN}, {0, 1}});

        assertThat(encoded).extracting(BatchEncoder.Encoded::item).containsExactly("b");
        assertThat(failures).containsExactly("a: its vector holds a value that is not a number");
    }

    @Test
    void anotherLengthThanTheModelsStopsTheRun() {
        assertThatThrownBy(() -> encoder.encode(List.of("a"), items -> new float[][] {{1, 0, 0}}))
                .isInstanceOfSatisfying(ToriiException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.MODEL_DAMAGED);
                    assertThat(e.getMessage()).contains("m1", "2 dimensions", "vector of 3");
                });
        assertThat(failures).isEmpty();
    }

    private static float[][] lengths(List<String> items) {
        if (items.contains("bad")) {
            throw new IllegalArgumentException("no features");
        }
        return items.stream().map(item -> new float[] {1, 0}).toArray(float[][]::new);
    }
}
