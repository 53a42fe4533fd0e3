package dev.torii.engine.recommend.companion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.engine.embed.features.Films;
import dev.torii.engine.embed.training.Tastes;
import dev.torii.engine.people.InteractionSet;
import dev.torii.engine.recommend.collaborative.Ials;
import dev.torii.engine.recommend.hybrid.BlendPart;
import dev.torii.models.catalog.Video;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompanionBudgetTest {
    /// Users who like `each` videos of their own.
    private static InteractionSet set(int users, int each) {
        Video film = Films.plain("v", "film", "genre");
        List<Video> videos = Collections.nCopies(users * each, film);
        int[] starts = IntStream.rangeClosed(0, users).map(user -> user * each).toArray();
        int[] items = IntStream.range(0, users * each).toArray();
        List<String> keys =
                IntStream.range(0, users).mapToObj(Integer::toString).toList();
        return new InteractionSet(starts, items, new long[items.length], videos, keys);
    }

    @Test
    void aSmallCatalogueHasAllOfThem() {
        CompanionBudget budget = CompanionBudget.of(Tastes.set(30, 4));

        assertThat(budget.absent()).isEmpty();
        assertThat(budget.ials()).isEqualTo(Ials.DEFAULT);
    }

    @Test
    void easeIsLeftOutBeyondTwentyThousandLikedVideosAndSaysSo() {
        CompanionBudget budget = CompanionBudget.of(set(2_001, 10));

        assertThat(budget.absent()).containsOnlyKeys(BlendPart.EASE);
        assertThat(budget.absent().get(BlendPart.EASE)).contains("20000").contains("20010");
    }

    @Test
    void neighboursAreLeftOutWhenAFewUsersLikeTooMuch() {
        assertThat(CompanionBudget.of(set(1, 180_000)).allows(BlendPart.ITEM_KNN))
                .isFalse();
    }

    @Test
    void aMillionVideosHaveFewerDimensions() {
        Ials large = Ials.DEFAULT.within(20_000_000, 1_500_000);

        assertThat(large.dimension()).isEqualTo(32);
        assertThat(large.epochs()).isEqualTo(8);
        assertThat(Ials.DEFAULT.within(575_000, 9_000)).isEqualTo(new Ials(128, 0.2, 0.02, 1, 8, 7));
    }
}
