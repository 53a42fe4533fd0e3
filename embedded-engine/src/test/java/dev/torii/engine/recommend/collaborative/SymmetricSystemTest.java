package dev.torii.engine.recommend.collaborative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SymmetricSystemTest {
    @Test
    void agreesWithTheSolutionByHand() {
        SymmetricSystem gram = new SymmetricSystem(2);
        gram.add(new float[] {2, 0});
        gram.add(new float[] {0, 2});
        gram.sumUp();
        SymmetricSystem system = new SymmetricSystem(2);
        system.startFrom(gram, .25);
        system.add(new float[] {1, 0});
        system.add(new float[] {1, 1});
        // [[1,0],[0,1]] + [[1,0],[0,0]] + [[1,1],[1,1]] + I = [[4,1],[1,3]]; the right side is (2, 1).
        float[] solution = new float[2];
        system.solve(1, solution);
        assertThat(solution[0]).isCloseTo(5f / 11, within(1e-7f));
        assertThat(solution[1]).isCloseTo(2f / 11, within(1e-7f));
    }

    /// Sizes on both sides of the blocks of four.
    @Test
    void solvesSystemsOfEverySize() {
        SplittableRandom random = new SplittableRandom(3);
        for (int size = 1; size <= 13; size++) {
            float[][] rows = new float[size + 2][size];
            SymmetricSystem system = new SymmetricSystem(size);
            for (float[] row : rows) {
                for (int at = 0; at < size; at++) {
                    row[at] = (float) random.nextDouble(-1, 1);
                }
                system.add(row);
            }
            float[] solution = new float[size];
            system.solve(.5, solution);
            for (int equation = 0; equation < size; equation++) {
                double rest = .5 * solution[equation];
                for (float[] row : rows) {
                    rest += row[equation] * (DenseFactors.dot(row, solution) - 1);
                }
                assertThat(rest).as("size %d, equation %d", size, equation).isCloseTo(0, within(1e-5));
            }
        }
    }

    @Test
    void theTraceCountsBothTriangles() {
        SymmetricSystem left = new SymmetricSystem(2);
        left.add(new float[] {1, 2});
        left.sumUp();
        SymmetricSystem right = new SymmetricSystem(2);
        right.add(new float[] {3, 1});
        right.sumUp();
        // [[1,2],[2,4]] and [[9,3],[3,1]]: 9 + 2 * 6 + 4 = (1 * 3 + 2 * 1)².
        assertThat(left.traceWith(right)).isEqualTo(25);
    }
}
