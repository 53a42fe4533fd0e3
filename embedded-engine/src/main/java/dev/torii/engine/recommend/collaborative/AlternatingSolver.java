package dev.torii.engine.recommend.collaborative;

import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.ParallelLoop;
import dev.torii.engine.people.InteractionSet;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/// The factors of [Ials] while they are fitted. Each row is solved by one thread from values that no thread
/// changes, in a fixed order: threads and their timing have no influence on the result.
///
/// Rows without an interaction are nought from the start and take no part.
final class AlternatingSolver {
    private static final int CHECK_EVERY = 4096;

    private final Ials settings;
    private final int threads;
    private final SparseRows users;
    private final SparseRows items;
    private final float[][] userFactors;
    private final float[][] itemFactors;
    private final int occupiedUsers;
    private final int occupiedItems;
    private long solved;

    AlternatingSolver(Ials settings, InteractionSet training, int threads) {
        this.settings = settings;
        this.threads = threads;
        this.users = SparseRows.users(training);
        this.items = SparseRows.items(training);
        this.occupiedUsers = users.occupied();
        this.occupiedItems = items.occupied();
        this.userFactors = new float[users.rowCount()][settings.dimension()];
        this.itemFactors = new float[items.rowCount()][settings.dimension()];
        SplittableRandom random = new SplittableRandom(settings.seed());
        double deviation = Ials.INITIAL_DEVIATION / Math.sqrt(settings.dimension());
        for (int item = 0; item < itemFactors.length; item++) {
            for (int at = 0; items.size(item) > 0 && at < settings.dimension(); at++) {
                itemFactors[item][at] = (float) (deviation * random.nextGaussian());
            }
        }
    }

    float[][] userFactors() {
        return userFactors;
    }

    float[][] itemFactors() {
        return itemFactors;
    }

    void solveUsers(JobContext context) {
        SymmetricSystem gram = gram(itemFactors, context);
        ParallelLoop.run(
                threads,
                users.rowCount(),
                solved,
                context,
                () -> worker(users, itemFactors, occupiedItems, gram, userFactors));
        solved += users.rowCount();
    }

    void solveItems(JobContext context) {
        SymmetricSystem gram = gram(userFactors, context);
        ParallelLoop.run(
                threads,
                items.rowCount(),
                solved,
                context,
                () -> worker(items, userFactors, occupiedUsers, gram, itemFactors));
        solved += items.rowCount();
    }

    /// What the solving lowers; see [Ials].
    double objective(JobContext context) {
        double sum = settings.alpha0() * gram(userFactors, context).traceWith(gram(itemFactors, context));
        for (int user = 0; user < users.rowCount(); user++) {
            for (int at = users.starts()[user]; at < users.starts()[user + 1]; at++) {
                double missing = 1 - DenseFactors.dot(userFactors[user], itemFactors[users.columns()[at]]);
                sum += missing * missing;
            }
        }
        return sum + penalty(users, userFactors, occupiedItems) + penalty(items, itemFactors, occupiedUsers);
    }

    private double penalty(SparseRows rows, float[][] factors, int others) {
        double sum = 0;
        for (int row = 0; row < factors.length; row++) {
            sum += settings.regularisation(rows.size(row), others) * DenseFactors.dot(factors[row], factors[row]);
        }
        return sum;
    }

    private SymmetricSystem gram(float[][] factors, JobContext context) {
        SymmetricSystem gram = new SymmetricSystem(settings.dimension());
        for (int row = 0; row < factors.length; row++) {
            if (row % CHECK_EVERY == 0) {
                context.checkCancelled();
            }
            gram.add(factors[row]);
        }
        gram.sumUp();
        return gram;
    }

    private IntConsumer worker(SparseRows rows, float[][] fixed, int others, SymmetricSystem gram, float[][] solved) {
        SymmetricSystem system = new SymmetricSystem(settings.dimension());
        return row -> {
            int size = rows.size(row);
            if (size > 0) {
                system.startFrom(gram, settings.alpha0());
                for (int at = rows.starts()[row]; at < rows.starts()[row + 1]; at++) {
                    system.add(fixed[rows.columns()[at]]);
                }
                system.solve(settings.regularisation(size, others), solved[row]);
            }
        };
    }
}
