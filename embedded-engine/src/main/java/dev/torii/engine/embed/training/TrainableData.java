package dev.torii.engine.embed.training;

import dev.torii.engine.people.InteractionSet;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;

/// Whether there is anything to learn from.
final class TrainableData {
    private TrainableData() {}

    /// @throws ToriiException CONFLICT saying what is missing
    static void check(InteractionSet data, double minRating) {
        if (data.itemCount() == 0) {
            throw conflict(
                    "The catalogue is empty.",
                    "Maybe 'torii sample', 'torii import' or 'torii sync dmm' fills it first.");
        }
        if (data.interactionCount() == 0) {
            throw conflict(
                    "There are no positive interactions to learn from (likes, purchases, views of at least a half,"
                            + " ratings from " + minRating + ").",
                    "Maybe the ratings are on another scale: see training.minRating.");
        }
        int users = 0;
        int comparing = 0;
        for (int user = 0; user < data.userCount(); user++) {
            int positives = data.rowStarts()[user + 1] - data.rowStarts()[user];
            users += positives > 0 ? 1 : 0;
            comparing += positives > 1 ? 1 : 0;
        }
        if (users < 2) {
            throw conflict(
                    "Only one user has positive interactions; taste can only be learned from several.",
                    "Maybe import more behaviour first.");
        }
        if (comparing < 2) {
            throw conflict(
                    "Of " + users + " users with positive interactions only " + comparing + " have two or more.",
                    "Maybe import more behaviour first.");
        }
    }

    private static ToriiException conflict(String message, String advice) {
        return new ToriiException(ErrorCode.CONFLICT, message, advice);
    }
}
