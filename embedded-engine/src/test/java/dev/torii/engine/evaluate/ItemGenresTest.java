package dev.torii.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ItemGenresTest {
    private final ItemGenres genres =
            ItemGenres.of(GenreSets.videos("drama crime", "crime drama", "comedy", "drama comedy", ""));

    @Test
    void diversityIsOneMinusTheMeanOverlap() {
        assertThat(genres.diversity(new int[] {0, 1}, 10)).isEqualTo(0);
        assertThat(genres.diversity(new int[] {0, 2}, 10)).isEqualTo(1);
        // 0 and 1 share all, 0 and 3 share one of three, 1 and 3 as well.
        assertThat(genres.diversity(new int[] {0, 1, 3}, 10)).isCloseTo(1 - (1 + 1 / 3.0 + 1 / 3.0) / 3, within(1e-12));
        assertThat(genres.diversity(new int[] {0, 2, 1, 3}, 2))
                .as("the first two")
                .isEqualTo(1);
    }

    @Test
    void itemsWithoutGenresShareNone() {
        assertThat(genres.diversity(new int[] {0, 4}, 10)).isEqualTo(1);
        assertThat(genres.diversity(new int[] {0}, 10)).as("no pair").isZero();
        assertThat(ItemGenres.of(GenreSets.videos("", "")).isEmpty()).isTrue();
    }
}
