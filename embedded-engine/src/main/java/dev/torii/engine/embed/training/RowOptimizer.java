package dev.torii.engine.embed.training;

/// How the rows of a table follow their gradients.
interface RowOptimizer {
    /// Tables up to this size keep the moments of every value.
    long MOST_EXACT = 64L << 20;

    /// One step's update of a row; safe for use by many threads on different rows.
    @FunctionalInterface
    interface Step {
        /// Changes row `row` of `values` against its gradient.
        void apply(float[] values, int row, float[] gradient);
    }

    /// @param step 1 for the first
    Step step(double learningRate, long step);

    /// Adam with both moments of each value where they fit, else with one second moment a row.
    static RowOptimizer of(int rows, int width) {
        return (long) rows * width <= MOST_EXACT ? new ValueAdam(rows, width) : new RowAdam(rows, width);
    }
}
