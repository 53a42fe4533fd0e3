package dev.torii.engine.evaluate;

import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;

/// Joins a training set with the test pairs of the same users and items.
final class RelevantRows {
    private RelevantRows() {}

    /// The split of `training` and what of `test` is not in it. Both number users and items alike.
    static EvaluationSplit split(String name, InteractionSet training, InteractionSet test) {
        int users = training.userCount();
        int[] starts = new int[users + 1];
        int[] relevant = new int[test.interactionCount()];
        int[] knownTo = new int[training.itemCount()];
        Arrays.fill(knownTo, -1);
        int end = 0;
        for (int user = 0; user < users; user++) {
            for (int at = training.rowStarts()[user]; at < training.rowStarts()[user + 1]; at++) {
                knownTo[training.items()[at]] = user;
            }
            for (int at = test.rowStarts()[user]; at < test.rowStarts()[user + 1]; at++) {
                if (knownTo[test.items()[at]] != user) {
                    relevant[end++] = test.items()[at];
                }
            }
            starts[user + 1] = end;
        }
        return new EvaluationSplit(name, training, starts, Arrays.copyOf(relevant, end));
    }
}
