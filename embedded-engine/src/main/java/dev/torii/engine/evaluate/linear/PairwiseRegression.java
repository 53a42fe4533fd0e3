package dev.torii.engine.evaluate.linear;

import dev.torii.engine.jobs.JobContext;

/// Logistic regression on pairs with a ridge: the weights w that minimise the sum over pairs of
/// log(1 + exp(-w·d)), d the difference of the features of a liked and another video, plus l2/2 |w|² on features
/// scaled to a root mean square of 1. Solved by Newton's method; convex, so there is one answer.
final class PairwiseRegression {
    private static final double L2 = 10;
    private static final int MOST_STEPS = 25;
    private static final double CONVERGED = 1e-6;

    private final LikedPairs pairs;

    PairwiseRegression(LikedPairs pairs) {
        this.pairs = pairs;
    }

    /// The weights; without any pair, popularity alone counts.
    LinearWeights solve(JobContext context) {
        int width = LinearFeature.COUNT;
        float[] rows = pairs.differences();
        double[] weights = new double[width];
        if (rows.length == 0) {
            weights[LinearFeature.POPULARITY.ordinal()] = 1;
            return new LinearWeights(weights);
        }
        double[] scale = scales(rows, width);
        for (int step = 0; step < MOST_STEPS; step++) {
            context.checkCancelled();
            double[] gradient = new double[width];
            double[][] curvature = new double[width][width];
            accumulate(rows, scale, weights, gradient, curvature);
            double[] change = solve(curvature, gradient);
            double largest = 0;
            for (int i = 0; i < width; i++) {
                weights[i] -= change[i];
                largest = Math.max(largest, Math.abs(change[i]));
            }
            if (largest < CONVERGED) {
                break;
            }
        }
        for (int i = 0; i < width; i++) {
            weights[i] /= scale[i];
        }
        return new LinearWeights(weights);
    }

    private static double[] scales(float[] rows, int width) {
        double[] scale = new double[width];
        for (int at = 0; at < rows.length; at++) {
            scale[at % width] += (double) rows[at] * rows[at];
        }
        for (int i = 0; i < width; i++) {
            double rootMeanSquare = Math.sqrt(scale[i] * width / rows.length);
            scale[i] = rootMeanSquare > 1e-9 ? rootMeanSquare : 1;
        }
        return scale;
    }

    private static void accumulate(
            float[] rows, double[] scale, double[] weights, double[] gradient, double[][] curvature) {
        int width = weights.length;
        double[] row = new double[width];
        for (int start = 0; start < rows.length; start += width) {
            double margin = 0;
            for (int i = 0; i < width; i++) {
                row[i] = rows[start + i] / scale[i];
                margin += weights[i] * row[i];
            }
            double wrong = 1 / (1 + Math.exp(margin));
            double weight = wrong * (1 - wrong);
            for (int i = 0; i < width; i++) {
                gradient[i] -= wrong * row[i];
                for (int j = 0; j <= i; j++) {
                    curvature[i][j] += weight * row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < width; i++) {
            gradient[i] += L2 * weights[i];
            curvature[i][i] += L2;
        }
    }

    /// Solves a positive definite system by Cholesky's factorisation; only the lower half of `matrix` is read, and
    /// it is overwritten.
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[] solution = right.clone();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
            }
            for (int k = 0; k < i; k++) {
                solution[i] -= matrix[i][k] * solution[k];
            }
            solution[i] /= matrix[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                solution[i] -= matrix[k][i] * solution[k];
            }
            solution[i] /= matrix[i][i];
        }
        return solution;
    }
}
