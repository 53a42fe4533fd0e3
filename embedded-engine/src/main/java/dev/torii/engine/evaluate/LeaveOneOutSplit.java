package dev.torii.engine.evaluate;

import dev.torii.engine.people.InteractionSet;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;

/// Asks each user for the newest positive interaction and learns from all others. It uses every user, but shows a
/// recommender the future of the others: the split by time does not.
public final class LeaveOneOutSplit {
    private LeaveOneOutSplit() {}

    /// Holds out the newest of each user who has two interactions or more and whose newest has a time. Of several
    /// in one second the last in the order of the data.
    ///
    /// @throws ToriiException INVALID_VALUE when the data has no times, or no user has two interactions
    public static EvaluationSplit of(InteractionSet all) {
        PositiveRows training = new PositiveRows();
        PositiveRows test = new PositiveRows();
        int withTwo = 0;
        int held = 0;
        for (int user = 0; user < all.userCount(); user++) {
            int from = all.rowStarts()[user];
            int to = all.rowStarts()[user + 1];
            withTwo += to - from >= 2 ? 1 : 0;
            boolean holds = to - from >= 2 && all.epochSeconds()[to - 1] > 0;
            held += holds ? 1 : 0;
            for (int at = from; at < to; at++) {
                (holds && at == to - 1 ? test : training).add(user, all.items()[at], all.epochSeconds()[at]);
            }
        }
        if (held == 0) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    withTwo == 0
                            ? "No user has two positive interactions, one to hold out and one to learn from."
                            : "The " + all.interactionCount() + " positive interactions have no times, so none is the"
                                    + " newest of its user.",
                    withTwo == 0
                            ? "Maybe a lower --min-rating leaves more of them."
                            : "Maybe use the protocol folds with given files, or cold-start: neither needs times.");
        }
        return RelevantRows.split(
                "newest of " + held + " users",
                training.build(all.videos(), all.userKeys()),
                test.build(all.videos(), all.userKeys()));
    }
}
