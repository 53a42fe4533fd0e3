package dev.torii.engine.recommend.collaborative;

import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.RankerFactory;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;

/// Implicit alternating least squares (Hu, Koren and Volinsky, ICDM 2008) with the objective of Rendle, Krichene,
/// Zhang and Koren, "Revisiting the Performance of iALS on Item Recommendation Benchmarks" (RecSys 2022). With w
/// the vector of a user, h that of an item and S the interactions it lowers
///
///     Σ over S (1 - w·h)² + alpha0 Σ over all pairs (w·h)²
///         + lambda Σ over users (|I_u| + alpha0 |items|)^nu ‖w‖²
///         + lambda Σ over items (|U_i| + alpha0 |users|)^nu ‖h‖²
///
/// by solving all users with the items fixed, then all items with the users fixed, each row exactly from its
/// normal equations `(Σ h h' + alpha0 Σ over all h h' + regularisation I) w = Σ h`. |users| and |items| count
/// those that occur in training. Items start normally distributed with deviation 0.1 / √dimension. A last pass
/// over the users leaves each with the vector that its history gives under the final items.
///
/// Memory: 4 (users + items) dimension bytes, a transposed copy of the interactions (4 bytes each), and 8
/// dimension² bytes a thread. Time of an epoch: about interactions · dimension² + (users + items) · dimension³/3
/// multiplications, on all processors. The same seed and data give the same vectors, bit for bit, whatever the
/// number of threads.
///
/// Held-out parts of MovieLens 100K's training files chose the defaults: docs/decisions/ials.md has the figures.
///
/// @param dimension length of the vectors, 1 or more
/// @param alpha0 weight of a pair without an interaction beside 1 for an interaction, above 0
/// @param lambda regularisation, above 0
/// @param nu how much more a row with many interactions is regularised: 0 not at all, 1 in proportion
/// @param epochs passes over users and items, 1 or more
/// @param seed of the items' first vectors
public record Ials(int dimension, double alpha0, double lambda, double nu, int epochs, long seed)
        implements RankerFactory {
    static final double INITIAL_DEVIATION = 0.1;
    /// Multiplications: about half a minute on two cores.
    private static final double MOST_AN_EPOCH = 5e10;

    public static final Ials DEFAULT = new Ials(128, 0.2, 0.02, 1, 12, 7);

    public Ials {
        if (dimension < 1 || !(alpha0 > 0) || !(lambda > 0) || !(nu >= 0) || epochs < 1) {
            throw new IllegalArgumentException("dimension %d, alpha0 %s, lambda %s, nu %s, epochs %d"
                    .formatted(dimension, alpha0, lambda, nu, epochs));
        }
    }

    @Override
    public String name() {
        return "ials";
    }

    @Override
    public Ranker fit(InteractionSet training, JobContext context) {
        return fit(training, context, Runtime.getRuntime().availableProcessors());
    }

    /// Fits the items for users who will be folded in later; see [FoldedFactors].
    public FoldedFactors foldable(InteractionSet training, JobContext context) {
        DenseFactors factors = fit(training, context, Runtime.getRuntime().availableProcessors());
        return FoldedFactors.of(this, factors, SparseRows.items(training).occupied());
    }

    /// The same settings with as many dimensions, and then as few epochs, as fit a bounded time: an epoch costs
    /// about interactions · dimension² + rows · dimension³/3 multiplications.
    public Ials within(long interactions, long rows) {
        int fitting = dimension;
        while (fitting > 16 && cost(interactions, rows, fitting) > MOST_AN_EPOCH) {
            fitting /= 2;
        }
        boolean large = cost(interactions, rows, fitting) > MOST_AN_EPOCH / 4;
        return new Ials(fitting, alpha0, lambda, nu, large ? Math.min(epochs, 8) : epochs, seed);
    }

    private static double cost(long interactions, long rows, int dimension) {
        double square = (double) dimension * dimension;
        return interactions * square + rows * square * dimension / 3;
    }

    DenseFactors fit(InteractionSet training, JobContext context, int threads) {
        AlternatingSolver solver = new AlternatingSolver(this, training, threads);
        long users = training.userCount();
        context.begin("evaluate.factors", epochs * (users + training.itemCount()) + users, "vectors");
        for (int epoch = 1; epoch <= epochs; epoch++) {
            context.figure("epoch", epoch);
            solver.solveUsers(context);
            solver.solveItems(context);
            context.figure("loss", solver.objective(context));
        }
        solver.solveUsers(context);
        return new DenseFactors(solver.userFactors(), solver.itemFactors());
    }

    /// The factor before the squared length of a vector.
    ///
    /// @param interactions of the row
    /// @param others rows of the other side that occur in training
    double regularisation(int interactions, int others) {
        return lambda * Math.pow(interactions + alpha0 * others, nu);
    }
}
