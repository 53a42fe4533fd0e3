package dev.torii.engine.recommend.collaborative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.engine.evaluate.SmallSets;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import org.junit.jupiter.api.Test;

class ItemKnnTest {
    /// Users of the items: 0 has {0,1,2}, 1 has {1,2}, 2 has {2,3}, 3 has none.
    private final InteractionSet training =
            SmallSets.of(4, new int[] {0}, new int[] {0, 1}, new int[] {0, 1, 2}, new int[] {2});

    @Test
    void weighsByTheCosineOfTheUsers() {
        ItemToItemModel model = ItemKnn.DEFAULT.model(training, JobContext.unwatched());
        assertThat(model.weight(0, 1)).isCloseTo((float) (2 / Math.sqrt(6)), within(1e-6f));
        assertThat(model.weight(1, 2)).isCloseTo(0.5f, within(1e-6f));
        assertThat(model.weight(0, 0)).isZero();
        assertThat(model.weight(3, 0)).isZero();
    }

    @Test
    void shrinkDampsWhatRestsOnFewUsers() {
        ItemToItemModel model = new ItemKnn(50, 2).model(training, JobContext.unwatched());
        assertThat(model.weight(1, 2)).isCloseTo(0.25f, within(1e-6f));
    }

    @Test
    void keepsTheNearestNeighboursOfTheItemThatIsScored() {
        ItemToItemModel model = new ItemKnn(1, 0).model(training, JobContext.unwatched());
        // The nearest of 2 is 1 (0.5 against 1/sqrt(6)); the nearest of 0 and 1 are each other.
        float[] scores = new float[4];
        model.score(new int[] {0}, 0, 1, scores);
        assertThat(scores[2]).isZero();
        model.score(new int[] {1}, 0, 1, scores);
        assertThat(scores[2]).isCloseTo(0.5f, within(1e-6f));
        assertThat(scores[0]).isCloseTo((float) (2 / Math.sqrt(6)), within(1e-6f));
        assertThat(scores[3]).isZero();
    }
}
