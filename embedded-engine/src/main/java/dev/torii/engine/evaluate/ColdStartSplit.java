package dev.torii.engine.evaluate;

import dev.torii.engine.people.InteractionSet;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Hides a share of the liked items from training altogether, as if they came into the catalogue today: their
/// content is known, and nothing of who likes them. A user is asked for the hidden items that he or she has.
///
/// Ranked are the hidden items alone, and as a second figure the hidden ones among all. Equal scores are listed in
/// an order drawn with the seed, so a recommender that knows nothing of new items ranks them by chance.
public final class ColdStartSplit {
    /// The share of items that is hidden, unless asked otherwise.
    public static final double HIDDEN_SHARE = 0.2;

    private ColdStartSplit() {}

    /// Hides `share` of the items that anybody has, at least one, drawn with `seed`.
    ///
    /// @param share above 0, below 1
    /// @throws ToriiException INVALID_VALUE when that leaves no user with something to learn from and to find
    public static EvaluationSplit of(InteractionSet all, double share, long seed) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("hidden share " + share);
        }
        CandidateItems hidden = draw(CandidateItems.ofTraining(all), share, seed);
        boolean[] isHidden = hidden.mask(all.itemCount());
        PositiveRows training = new PositiveRows();
        PositiveRows test = new PositiveRows();
        for (int user = 0; user < all.userCount(); user++) {
            for (int at = all.rowStarts()[user]; at < all.rowStarts()[user + 1]; at++) {
                (isHidden[all.items()[at]] ? test : training).add(user, all.items()[at], all.epochSeconds()[at]);
            }
        }
        InteractionSet known = training.build(all.videos(), all.userKeys());
        EvaluationSplit rows =
                RelevantRows.split(hidden.size() + " hidden items", known, test.build(all.videos(), all.userKeys()));
        EvaluationSplit split = new EvaluationSplit(
                rows.name(),
                known,
                rows.relevantStarts(),
                rows.relevantItems(),
                hidden.shuffled(seed),
                CandidateItems.ofTraining(known).and(hidden).shuffled(seed));
        if (split.rankedUsers().length == 0) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "No user has positive interactions both with the " + hidden.size()
                            + " hidden items and with others.",
                    "Maybe the data is too small for this protocol, or another share of hidden items fits it.");
        }
        return split;
    }

    /// Selection sampling (Knuth, The Art of Computer Programming 2, algorithm S).
    private static CandidateItems draw(CandidateItems liked, double share, long seed) {
        int wanted = liked.size() == 0 ? 0 : Math.max(1, (int) Math.round(share * liked.size()));
        SplittableRandom random = new SplittableRandom(seed);
        int[] drawn = new int[wanted];
        int size = 0;
        for (int at = 0; at < liked.size() && size < wanted; at++) {
            if (random.nextInt(liked.size() - at) < wanted - size) {
                drawn[size++] = liked.items()[at];
            }
        }
        return new CandidateItems(Arrays.copyOf(drawn, size));
    }
}
