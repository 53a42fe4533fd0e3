package dev.torii.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.evaluate.SegmentGroup;
import dev.torii.models.evaluate.SegmentResult;
import dev.torii.models.evaluate.SegmentScore;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentTallyTest {
    private static final int ITEMS = 60;

    /// Even items are drama, odd ones comedy; three users have 2, 10 and 55 positives.
    private static EvaluationSplit split() {
        InteractionSet training =
                SmallSets.of(ITEMS, new int[] {0, 1}, range(0, 10), range(0, 55), new int[] {55, 56, 57, 58, 59});
        InteractionSet test = SmallSets.of(ITEMS, new int[] {2, 57}, new int[] {11}, new int[] {58, 59}, new int[] {});
        String[] genres = IntStream.range(0, ITEMS)
                .mapToObj(item -> item % 2 == 0 ? "drama" : "comedy")
                .toArray(String[]::new);
        return RelevantRows.split(
                "hand",
                GenreSets.with(training, GenreSets.videos(genres)),
                GenreSets.with(test, GenreSets.videos(genres)));
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static List<SegmentResult> segments() {
        EvaluationSplit split = split();
        Ranker evenFirst = (user, scores) -> {
            for (int item = 0; item < scores.length; item++) {
                scores[item] = (item % 2 == 0 ? 1000 : 0) - item;
            }
        };
        SegmentTally tally = new SegmentTally(7);
        RankedLists lists = Objects.requireNonNull(
                new FullRanking(split).rank(evenFirst, JobContext.unwatched()).lists());
        tally.add(tally.segments(split), "even", lists);
        return tally.results(JobContext.unwatched());
    }

    private static SegmentResult segment(String name) {
        return segments().stream()
                .filter(segment -> segment.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double recall(String segment) {
        SegmentScore score = segment(segment).results().getFirst();
        return Objects.requireNonNull(score.metrics().get("recall@10")).value();
    }

    @Test
    void tellsUsersApartByWhatTheyDidInTraining() {
        // Of 2 and 57 only the even one is listed; 11 is odd; all five unseen items fit into the heavy user's list.
        assertThat(recall("new users")).isEqualTo(0.5);
        assertThat(recall("medium users")).isEqualTo(0);
        assertThat(recall("heavy users")).isEqualTo(1);
        assertThat(segment("new users").users()).isEqualTo(1);
        assertThat(segment("new users").pairs()).isEqualTo(2);
    }

    @Test
    void tellsItemsApartAndCountsTheirPairsAlone() {
        assertThat(segment("drama").pairs()).isEqualTo(2);
        assertThat(recall("drama")).isEqualTo(1);
        assertThat(segment("comedy").pairs()).isEqualTo(3);
        assertThat(segment("comedy").users()).isEqualTo(3);
        assertThat(segment("new items").pairs())
                .as("every item has few positives here")
                .isEqualTo(5);
    }

    @Test
    void showsSmallAndEmptySegmentsAsSuch() {
        assertThat(segments()).hasSize(3 + 3 + 2).allMatch(SegmentResult::small);
        SegmentResult popular = segment("popular items");
        assertThat(popular.group()).isEqualTo(SegmentGroup.ITEM_POPULARITY);
        assertThat(popular.users()).isZero();
        assertThat(popular.results().getFirst().metrics()).isEmpty();
    }
}
