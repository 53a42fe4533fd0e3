package dev.torii.engine.recommend.collaborative;

/// The items of an [Ials] model with what it takes to give any history its vector: the exact solution of the user's
/// normal equations under the fixed items, as the last pass of the fitting does it.
///
/// @param dimension length of the vectors
/// @param alpha0 weight of a pair without an interaction
/// @param lambda regularisation
/// @param nu how much more a long history is regularised
/// @param occupied items that occur in training
/// @param gram sum over all items of the outer products of their vectors, row-major, upper triangle
/// @param items `items[i][0 .. dimension)`; nought for items that training never saw
public record FoldedFactors(
        int dimension, double alpha0, double lambda, double nu, int occupied, double[] gram, float[][] items) {

    static FoldedFactors of(Ials settings, DenseFactors factors, int occupied) {
        SymmetricSystem gram = new SymmetricSystem(settings.dimension());
        for (float[] item : factors.items()) {
            gram.add(item);
        }
        gram.sumUp();
        return new FoldedFactors(
                settings.dimension(),
                settings.alpha0(),
                settings.lambda(),
                settings.nu(),
                occupied,
                gram.cells(),
                factors.items());
    }

    /// The vector of a user.
    ///
    /// @param history the vectors of the items that the user likes; nought without any
    public float[] user(float[][] history) {
        float[] vector = new float[dimension];
        if (history.length > 0) {
            SymmetricSystem system = new SymmetricSystem(dimension);
            system.startFrom(SymmetricSystem.of(gram), alpha0);
            for (float[] item : history) {
                system.add(item);
            }
            system.solve(lambda * Math.pow(history.length + alpha0 * occupied, nu), vector);
        }
        return vector;
    }
}
