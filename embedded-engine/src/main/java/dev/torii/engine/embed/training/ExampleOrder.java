package dev.torii.engine.embed.training;

import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.SplittableRandom;

/// The order in which a training sees its positives. Those of one user are predicted in groups: one input row, the
/// history without the group, stands for all of it, so the history is pooled once and not once a target. A group
/// never takes more than half of what a user likes. Users with one positive have nothing to predict it from.
final class ExampleOrder {
    private final SplittableRandom random;
    private int batchSize;
    private final int[] order;
    private final int[] groupStarts;
    private final int[] groupUsers;
    private final int[] sequence;
    private int next;

    /// @param mostTargets of a group
    ExampleOrder(InteractionSet data, int batchSize, int mostTargets, SplittableRandom random) {
        this.random = random;
        this.batchSize = batchSize;
        int[] usable = new int[data.interactionCount()];
        int[] starts = new int[1024];
        int[] users = new int[1024];
        int count = 0;
        int groups = 0;
        for (int user = 0; user < data.userCount(); user++) {
            int positives = data.rowStarts()[user + 1] - data.rowStarts()[user];
            if (positives < 2) {
                continue;
            }
            int parts = Math.ceilDiv(positives, Math.min(mostTargets, positives / 2));
            for (int part = 0; part < parts; part++) {
                if (groups == users.length) {
                    starts = Arrays.copyOf(starts, groups + (groups >> 1));
                    users = Arrays.copyOf(users, groups + (groups >> 1));
                }
                starts[groups] = count + (int) ((long) positives * part / parts);
                users[groups++] = user;
            }
            for (int k = data.rowStarts()[user]; k < data.rowStarts()[user + 1]; k++) {
                usable[count++] = k;
            }
        }
        order = Arrays.copyOf(usable, count);
        groupStarts = Arrays.copyOf(starts, groups + 1);
        groupStarts[groups] = count;
        groupUsers = Arrays.copyOf(users, groups);
        sequence = new int[groups];
        for (int group = 0; group < groups; group++) {
            sequence[group] = group;
        }
        next = groups;
    }

    /// Positives that a pass over `data` learns from.
    static int exampleCount(InteractionSet data) {
        int count = 0;
        for (int user = 0; user < data.userCount(); user++) {
            int positives = data.rowStarts()[user + 1] - data.rowStarts()[user];
            count += positives < 2 ? 0 : positives;
        }
        return count;
    }

    /// Positives that are learnt from in each pass.
    int exampleCount() {
        return order.length;
    }

    /// Makes the steps that were not drawn yet half as large.
    ///
    /// @return their size
    int halve() {
        batchSize = Math.max(1, batchSize / 2);
        return batchSize;
    }

    int user(int group) {
        return groupUsers[group];
    }

    int size(int group) {
        return groupStarts[group + 1] - groupStarts[group];
    }

    /// The interaction that is the `index`-th target of a group.
    int target(int group, int index) {
        return order[groupStarts[group] + index];
    }

    /// The groups of the next step, as many as hold `batchSize` positives; less at the end of a pass, after which
    /// the next begins in a new order.
    int[] nextGroups() {
        if (next == sequence.length) {
            shuffle();
            next = 0;
        }
        int from = next;
        int positives = 0;
        while (next < sequence.length && positives < batchSize) {
            positives += size(sequence[next++]);
        }
        return Arrays.copyOfRange(sequence, from, next);
    }

    private void shuffle() {
        int from = 0;
        for (int group = 0; group < groupUsers.length; group++) {
            boolean last = group + 1 == groupUsers.length || groupUsers[group + 1] != groupUsers[group];
            if (last) {
                shuffle(order, from, groupStarts[group + 1]);
                from = groupStarts[group + 1];
            }
        }
        shuffle(sequence, 0, sequence.length);
    }

    private void shuffle(int[] values, int from, int to) {
        for (int i = to - 1; i > from; i--) {
            int other = from + random.nextInt(i - from + 1);
            int value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }
}
