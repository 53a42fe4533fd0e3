package dev.torii.engine.evaluate;

import dev.torii.engine.people.InteractionSet;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Instant;
import java.util.Arrays;

/// Splits at one moment for all users: what came before is training, what came then or later is test. It is the
/// split that does not show a recommender the future (Ji et al., 2020; Gusak et al., 2025).
public final class TemporalSplit {
    /// The share of the interactions before the moment, unless asked otherwise.
    public static final double TRAINING_SHARE = 0.8;

    private TemporalSplit() {}

    /// Splits `all` so that about `trainingShare` of its interactions come before the moment (those of the moment
    /// itself are all test). Interactions without a time (0) count as old. Users and items keep their numbers,
    /// also those that have nothing left in training.
    ///
    /// @param trainingShare above 0, below 1
    /// @throws ToriiException INVALID_VALUE when the times cannot divide the data or leave no user to rank for
    public static EvaluationSplit of(InteractionSet all, double trainingShare) {
        if (!(trainingShare > 0 && trainingShare < 1)) {
            throw new IllegalArgumentException("training share " + trainingShare);
        }
        return at(all, moment(all, trainingShare));
    }

    /// The split of what came before the moment of [#of], by the same share: to make choices on without a look at
    /// the test. Users who come after the moment have nothing in it.
    ///
    /// @throws ToriiException INVALID_VALUE as above
    public static EvaluationSplit validation(InteractionSet all, double trainingShare) {
        long moment = moment(all, trainingShare);
        PositiveRows before = new PositiveRows();
        for (int user = 0; user < all.userCount(); user++) {
            for (int at = all.rowStarts()[user]; at < all.rowStarts()[user + 1]; at++) {
                if (all.epochSeconds()[at] < moment) {
                    before.add(user, all.items()[at], all.epochSeconds()[at]);
                }
            }
        }
        return of(before.build(all.videos(), all.userKeys()), trainingShare);
    }

    private static long moment(InteractionSet all, double trainingShare) {
        long[] times = all.epochSeconds().clone();
        Arrays.sort(times);
        long moment = times.length == 0 ? 0 : times[(int) (trainingShare * times.length)];
        if (moment == 0 || moment == times[0]) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "The " + all.interactionCount() + " positive interactions cannot be split by time: "
                            + (moment == 0 ? "too few have a time." : "most carry one and the same time."),
                    "Maybe the data has no real timestamps: use the protocol folds with given files, or cold-start.");
        }
        return moment;
    }

    private static EvaluationSplit at(InteractionSet all, long moment) {
        PositiveRows training = new PositiveRows();
        PositiveRows test = new PositiveRows();
        for (int user = 0; user < all.userCount(); user++) {
            for (int at = all.rowStarts()[user]; at < all.rowStarts()[user + 1]; at++) {
                long time = all.epochSeconds()[at];
                (time < moment ? training : test).add(user, all.items()[at], time);
            }
        }
        EvaluationSplit split = RelevantRows.split(
                Instant.ofEpochSecond(moment).toString(),
                training.build(all.videos(), all.userKeys()),
                test.build(all.videos(), all.userKeys()));
        if (split.rankedUsers().length == 0) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "No user has positive interactions both before and after " + split.name() + ".",
                    "Maybe the data is too short for a split by time: use the protocol folds with given files.");
        }
        return split;
    }
}
