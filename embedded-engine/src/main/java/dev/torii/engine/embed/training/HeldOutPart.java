package dev.torii.engine.embed.training;

import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.evaluate.TemporalSplit;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.evaluate.Protocol;
import dev.torii.models.problem.ToriiException;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;

/// The part of the positives on which the gate judges.
///
/// It is what came after one moment, the same for all users, so that no recommender is shown the future. Where that
/// leaves too few users (in data like MovieLens most of them come once and never again) it is the newest part of
/// each user instead.
///
/// @param protocol TEMPORAL or NEWEST
/// @param earliest time of the oldest positive that is held out, seconds since the epoch; 0 where unknown
/// @param sentence what was held out, and why in this way
record HeldOutPart(Protocol protocol, EvaluationSplit split, long earliest, String sentence) {
    /// A split by time serves from so many users on; a comparison over fewer of many would be chance.
    static final int ENOUGH_USERS = 100;

    /// @param share of the positives that is held out
    static HeldOutPart of(InteractionSet all, double share, long seed) {
        int measurable = withEnough(all);
        String why;
        try {
            EvaluationSplit temporal = TemporalSplit.of(all, 1 - share);
            int users = temporal.rankedUsers().length;
            if (users >= Math.min(ENOUGH_USERS, Math.max(1, (measurable + 1) / 2))) {
                Instant moment = Instant.parse(temporal.name());
                return new HeldOutPart(
                        Protocol.TEMPORAL,
                        drawn(temporal, seed),
                        moment.getEpochSecond(),
                        "the positives from " + moment + " on");
            }
            why = "only %d of %d users have positives both before and after %s"
                    .formatted(users, measurable, temporal.name());
        } catch (ToriiException e) {
            why = e.getMessage().replaceFirst("\\.$", "");
        }
        EvaluationSplit newest = HeldOutSplit.of(all, share, seed);
        return new HeldOutPart(
                Protocol.NEWEST,
                newest,
                earliest(all, newest),
                "the newest part of each user's positives (%s)".formatted(why));
    }

    int measurableUsers() {
        return split.rankedUsers().length;
    }

    private static int withEnough(InteractionSet all) {
        int count = 0;
        for (int user = 0; user < all.userCount(); user++) {
            count += all.rowStarts()[user + 1] - all.rowStarts()[user] >= HeldOutSplit.FEWEST ? 1 : 0;
        }
        return count;
    }

    /// The split with at most [UserDraw#MOST_USERS] users to rank for; what the others did after the moment stays
    /// out of the training part.
    private static EvaluationSplit drawn(EvaluationSplit split, long seed) {
        BitSet ranked = new BitSet();
        Arrays.stream(split.rankedUsers()).forEach(ranked::set);
        BitSet drawn = UserDraw.of(ranked, split.training().itemCount(), seed);
        int users = split.training().userCount();
        int[] starts = new int[users + 1];
        int[] items = new int[split.relevantItems().length];
        for (int user = 0; user < users; user++) {
            int from = split.relevantStarts()[user];
            int count = drawn.get(user) ? split.relevantStarts()[user + 1] - from : 0;
            System.arraycopy(split.relevantItems(), from, items, starts[user], count);
            starts[user + 1] = starts[user] + count;
        }
        return new EvaluationSplit(split.name(), split.training(), starts, Arrays.copyOf(items, starts[users]));
    }

    /// Rows are sorted by time: what is held out of a user begins where its training part ends.
    private static long earliest(InteractionSet all, EvaluationSplit split) {
        long earliest = Long.MAX_VALUE;
        for (int user : split.rankedUsers()) {
            int kept = split.training().rowStarts()[user + 1] - split.training().rowStarts()[user];
            earliest = Math.min(earliest, all.epochSeconds()[all.rowStarts()[user] + kept]);
        }
        return earliest == Long.MAX_VALUE ? 0 : earliest;
    }
}
