package dev.torii.engine.recommend.collaborative;

import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.RankerFactory;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.ParallelLoop;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// EASE (Steck, WWW 2019): the linear item-to-item weights that best rebuild each user's row from its other
/// items, in closed form. With X the users by items matrix and P the inverse of X'X + l2 I, the weight from i to
/// j is -P(i,j) / P(j,j), and 0 on the diagonal.
///
/// Only items that occur in training take part. Memory while fitting 12 n² bytes, afterwards 4 n² bytes; time
/// grows with n³ (1 682 items: about a second on two cores) and is not interrupted by a cancel while the matrix
/// is inverted.
///
/// @param l2 the regularisation, above 0; it grows with the number of users an item has, 400 suits about a
/// thousand users and is a safe start elsewhere
public record Ease(double l2) implements RankerFactory {
    /// The most items for which weights are computed.
    public static final int MAX_ITEMS = 20_000;

    public static final Ease DEFAULT = new Ease(400);

    public Ease {
        if (!(l2 > 0)) {
            throw new IllegalArgumentException("l2 " + l2);
        }
    }

    @Override
    public String name() {
        return "ease";
    }

    /// Whether few enough items occur in training.
    public static boolean canFit(InteractionSet training) {
        int occurring = 0;
        for (int count : training.itemCounts()) {
            occurring += count > 0 ? 1 : 0;
        }
        return occurring <= MAX_ITEMS;
    }

    /// @throws ToriiException INVALID_VALUE when more than [#MAX_ITEMS] items occur in training
    @Override
    public Ranker fit(InteractionSet training, JobContext context) {
        return model(training, context).rankerFor(training);
    }

    /// Computes the weights.
    ///
    /// @throws ToriiException INVALID_VALUE when more than [#MAX_ITEMS] items occur in training
    public ItemToItemModel model(InteractionSet training, JobContext context) {
        Cooccurrence cooccurrence = new Cooccurrence(training);
        int[] position = new int[training.itemCount()];
        int[] items = new int[training.itemCount()];
        int size = 0;
        for (int item = 0; item < position.length; item++) {
            position[item] = cooccurrence.count(item) > 0 ? size : -1;
            if (cooccurrence.count(item) > 0) {
                items[size++] = item;
            }
        }
        if (size > MAX_ITEMS) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "ease inverts a table of items by items and is limited to " + MAX_ITEMS
                            + " items; the training data has " + size + ".",
                    "Maybe leave ease out, or take item_knn, which has no such limit.");
        }
        items = Arrays.copyOf(items, size);
        float[][] weights = new float[size][size];
        try (SymmetricMatrix matrix = new SymmetricMatrix(size)) {
            int[] rows = items;
            context.begin("evaluate.cooccurrence", size, "items");
            ParallelLoop.run(size, context, () -> gramRow(cooccurrence, position, rows, matrix));
            context.begin("evaluate.inverse", 0, "items");
            if (size > 0) {
                matrix.invert();
            }
            context.begin("evaluate.weights", size, "items");
            context.checkCancelled();
            ParallelLoop.run(size, context, () -> weightRow(matrix, weights));
        }
        return new EaseWeights(position, items, weights);
    }

    private IntConsumer gramRow(Cooccurrence cooccurrence, int[] position, int[] items, SymmetricMatrix matrix) {
        int[] counts = new int[position.length];
        int[] touched = new int[position.length];
        return row -> {
            int found = cooccurrence.countWith(items[row], counts, touched);
            for (int i = 0; i < found; i++) {
                int column = position[touched[i]];
                if (column >= row) {
                    matrix.set(row, column, counts[touched[i]] + (column == row ? l2 : 0));
                }
            }
            Cooccurrence.clear(counts, touched, found);
        };
    }

    private static IntConsumer weightRow(SymmetricMatrix inverse, float[][] weights) {
        return row -> {
            for (int column = 0; column < weights.length; column++) {
                weights[row][column] =
                        column == row ? 0 : (float) (-inverse.get(row, column) / inverse.get(column, column));
            }
        };
    }
}
