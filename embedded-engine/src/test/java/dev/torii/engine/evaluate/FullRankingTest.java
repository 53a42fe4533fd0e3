package dev.torii.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import org.junit.jupiter.api.Test;

class FullRankingTest {
    /// Item 4 occurs in the test alone; user 2 has nothing in training; user 3 has nothing to find.
    private final InteractionSet training =
            SmallSets.of(5, new int[] {0, 1}, new int[] {0, 2}, new int[] {}, new int[] {0, 3});
    private final InteractionSet test =
            SmallSets.of(5, new int[] {2, 4}, new int[] {0, 3}, new int[] {0}, new int[] {});
    private final EvaluationSplit split = RelevantRows.split("hand", training, test);

    private RankingOutcome outcome() {
        Ranker byIndex = (user, scores) -> {
            for (int item = 0; item < scores.length; item++) {
                scores[item] = item;
            }
        };
        return new FullRanking(split).rank(byIndex, JobContext.unwatched());
    }

    @Test
    void ranksUnseenItemsOfTrainingForUsersWithBothSides() {
        RankingOutcome outcome = outcome();
        assertThat(outcome.userKeys()).containsExactly("user 0", "user 1");
        // User 0 sees 3, 2 (0 and 1 are known, 4 is not in training); 2 and 4 are relevant.
        double ideal = 1 + Math.log(2) / Math.log(3);
        assertThat(outcome.values("ndcg@10")[0]).isCloseTo((Math.log(2) / Math.log(3)) / ideal, within(1e-12));
        assertThat(outcome.values("recall@10")[0]).isEqualTo(0.5);
        // User 1 sees 3, 1; item 0 is known already, so 3 alone is relevant.
        assertThat(outcome.values("ndcg@10")[1]).isEqualTo(1);
        assertThat(outcome.values("recall@20")[1]).isEqualTo(1);
        assertThat(outcome.mean("recall@10")).isEqualTo(0.75);
    }

    @Test
    void measuresWhatTheListsShowTogether() {
        RankingOutcome outcome = outcome();
        // Shown: 3 twice, 2 and 1 once, of the candidates 0 to 3.
        assertThat(outcome.overLists()).containsEntry("coverage@10", 0.75);
        // Counts 0, 1, 1, 2: (-3*0 - 1*1 + 1*1 + 3*2) / (4 * 4).
        assertThat(outcome.overLists().get("gini@10")).isCloseTo(6.0 / 16, within(1e-12));
        // Each shown item has one of three training users.
        assertThat(outcome.mean("novelty@10")).isCloseTo(Math.log(3) / Math.log(2), within(1e-12));
    }

    @Test
    void countsWhatCannotBeReached() {
        assertThat(split.figures().usersRanked()).isEqualTo(2);
        assertThat(split.figures().usersWithoutTraining()).isEqualTo(1);
        assertThat(split.figures().unreachablePairs()).isEqualTo(1);
        assertThat(split.figures().candidateItems()).isEqualTo(4);
        assertThat(split.figures().testPairs()).isEqualTo(4);
    }
}
