package dev.torii.engine.embed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SparseRowsTest {
    private static final SparseRows MATRIX = new SparseRows.Builder(1, 1)
            .add(2, 0.5f)
            .add(0, 2f)
            .endRow()
            .endRow()
            .add(2, -1f)
            .endRow()
            .build();

    @Test
    void timesATable() {
        float[] table = {1, 2, 10, 20, 100, 200};
        assertThat(MATRIX.times(table, 2)).containsExactly(52, 104, 0, 0, -100, -200);
    }

    @Test
    void columnsHoldTheRowsInTheirOrder() {
        ColumnIndex index = new ColumnIndex(4);
        for (int time = 0; time < 2; time++) { // the second time shows that the first left nothing behind
            ColumnEntries columns = index.of(MATRIX);
            assertThat(columns.columns()).containsExactly(2, 0);
            assertThat(columns.starts()).containsExactly(0, 2, 3);
            assertThat(columns.rows()).containsExactly(0, 2, 0);
            assertThat(columns.weights()).containsExactly(0.5f, -1, 2);
        }
    }

    @Test
    void columnsOfTwoMatricesCountTheirRowsOn() {
        ColumnEntries columns = new ColumnIndex(4).of(MATRIX, row -> row != 0, MATRIX);
        assertThat(columns.columns()).containsExactly(2, 0);
        assertThat(columns.starts()).containsExactly(0, 3, 4);
        assertThat(columns.rows()).containsExactly(2, 3, 5, 3);
    }

    @Test
    void aStepGoesDownTheGradientOfTouchedRowsAlone() {
        EmbeddingTable table = new EmbeddingTable(3, 2, 1, 1, new SplittableRandom(1));
        float[] before = table.values().clone();
        assertThat(before).startsWith(0, 0);
        SparseRows second = new SparseRows.Builder(1, 1).add(2, 1).endRow().build();
        table.descend(new ColumnIndex(3).of(second), new float[] {4, -3}, 0.01);
        assertThat(table.values()[2]).isEqualTo(before[2]);
        assertThat(table.values()[3]).isEqualTo(before[3]);
        double length = Math.sqrt((16 + 9) / 2.0);
        assertThat(table.values()[4] - before[4])
                .as("the first step is the rate, along the gradient as if its values were 1 in the mean")
                .isCloseTo((float) (-0.01 * 4 / length), within(1e-4f));
        assertThat(table.values()[5] - before[5]).isCloseTo((float) (0.01 * 3 / length), within(1e-4f));
    }
}
