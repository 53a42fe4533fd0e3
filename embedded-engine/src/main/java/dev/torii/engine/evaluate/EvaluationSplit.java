package dev.torii.engine.evaluate;

import dev.torii.engine.people.InteractionSet;
import dev.torii.models.evaluate.SplitFigures;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

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
/// @param candidates what is ranked
/// @param widerCandidates what is ranked for a second figure; null: there is none
public record EvaluationSplit(
        String name,
        InteractionSet training,
        int[] relevantStarts,
        int[] relevantItems,
        CandidateItems candidates,
        @Nullable CandidateItems widerCandidates) {
    public EvaluationSplit {
        if (relevantStarts.length != training.userCount() + 1
                || relevantStarts[relevantStarts.length - 1] != relevantItems.length) {
            throw new IllegalArgumentException("array lengths do not fit together");
        }
    }

    /// A split that ranks the items of training.
    public EvaluationSplit(String name, InteractionSet training, int[] relevantStarts, int[] relevantItems) {
        this(name, training, relevantStarts, relevantItems, CandidateItems.ofTraining(training), null);
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

    /// The same split for at most `most` of its ranked users, drawn with `seed`; the others keep their training and
    /// are asked for nothing.
    EvaluationSplit forUsers(int most, long seed) {
        int[] ranked = rankedUsers();
        if (ranked.length <= most) {
            return this;
        }
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] drawn = new boolean[training.userCount()];
        int wanted = most;
        for (int at = 0; at < ranked.length; at++) {
            drawn[ranked[at]] = random.nextInt(ranked.length - at) < wanted;
            wanted -= drawn[ranked[at]] ? 1 : 0;
        }
        int[] starts = new int[relevantStarts.length];
        int[] items = new int[relevantItems.length];
        for (int user = 0; user < drawn.length; user++) {
            int length = drawn[user] ? relevantStarts[user + 1] - relevantStarts[user] : 0;
            System.arraycopy(relevantItems, relevantStarts[user], items, starts[user], length);
            starts[user + 1] = starts[user] + length;
        }
        return new EvaluationSplit(
                name + ", " + most + " of " + ranked.length + " users drawn",
                training,
                starts,
                Arrays.copyOf(items, starts[drawn.length]),
                candidates,
                widerCandidates);
    }

    /// Counts what the split holds.
    public SplitFigures figures() {
        boolean[] reachable = candidates.mask(training.itemCount());
        int ranked = 0;
        int withoutTraining = 0;
        long unreachable = 0;
        for (int user = 0; user < training.userCount(); user++) {
            if (isRanked(user)) {
                ranked++;
                for (int at = relevantStarts[user]; at < relevantStarts[user + 1]; at++) {
                    unreachable += reachable[relevantItems[at]] ? 0 : 1;
                }
            } else if (relevantStarts[user + 1] > relevantStarts[user]) {
                withoutTraining++;
            }
        }
        return new SplitFigures(
                name,
                training.interactionCount(),
                relevantItems.length,
                candidates.size(),
                ranked,
                withoutTraining,
                unreachable);
    }
}
