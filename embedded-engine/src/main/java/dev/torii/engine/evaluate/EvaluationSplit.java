package dev.torii.engine.evaluate;

import dev.torii.engine.people.InteractionSet;
import dev.torii.models.evaluate.SplitFigures;
import java.util.Arrays;

/// What a recommender learns from, and what its users went on to like.
///
/// A user's relevant items are the distinct test items that the user does not have in training. They stay
/// relevant when training never saw the item: no recommender of the training set can then find it, which lowers
/// recall for all alike and keeps the figures comparable with published ones.
///
/// @param name of the fold, for example `u1`
/// @param relevantStarts length users + 1: user `u` is asked for `relevantItems[relevantStarts[u] ..
/// relevantStarts[u+1])`
/// @param relevantItems item indexes of `training`
public record EvaluationSplit(String name, InteractionSet training, int[] relevantStarts, int[] relevantItems) {
    public EvaluationSplit {
        if (relevantStarts.length != training.userCount() + 1
                || relevantStarts[relevantStarts.length - 1] != relevantItems.length) {
            throw new IllegalArgumentException("array lengths do not fit together");
        }
    }

    /// Whether the user can be ranked for: something to learn from, and something to find.
    public boolean isRanked(int user) {
        return relevantStarts[user + 1] > relevantStarts[user]
                && training.rowStarts()[user + 1] > training.rowStarts()[user];
    }

    /// The rows of the users that are ranked for, ascending.
    public int[] rankedUsers() {
        int[] ranked = new int[training.userCount()];
        int count = 0;
        for (int user = 0; user < ranked.length; user++) {
            if (isRanked(user)) {
                ranked[count++] = user;
            }
        }
        return Arrays.copyOf(ranked, count);
    }

    /// Counts what the split holds.
    public SplitFigures figures() {
        int[] counts = training.itemCounts();
        int candidates = (int) Arrays.stream(counts).filter(count -> count > 0).count();
        int ranked = 0;
        int withoutTraining = 0;
        long unreachable = 0;
        for (int user = 0; user < training.userCount(); user++) {
            if (isRanked(user)) {
                ranked++;
                for (int at = relevantStarts[user]; at < relevantStarts[user + 1]; at++) {
                    unreachable += counts[relevantItems[at]] == 0 ? 1 : 0;
                }
            } else if (relevantStarts[user + 1] > relevantStarts[user]) {
                withoutTraining++;
            }
        }
        return new SplitFigures(
                name,
                training.interactionCount(),
                relevantItems.length,
                candidates,
                ranked,
                withoutTraining,
                unreachable);
    }
}
