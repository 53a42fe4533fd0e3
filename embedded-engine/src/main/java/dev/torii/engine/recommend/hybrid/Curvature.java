package dev.torii.engine.recommend.hybrid;

/// Gradient and second derivatives of the negative log-likelihood of a softmax over candidates. A user counts with
/// the square root of how many relevant candidates there are.
final class Curvature {
    private final double[] gradient;
    private final double[][] second;
    private double users;

    Curvature(int parts) {
        this.gradient = new double[parts];
        this.second = new double[parts][parts];
    }

    static Curvature of(BlendExample example, BlendPart[] parts, double[] weights) {
        Curvature curvature = new Curvature(parts.length);
        int relevant = 0;
        for (boolean one : example.relevant()) {
            relevant += one ? 1 : 0;
        }
        if (relevant > 0) {
            curvature.fill(example, parts, weights, relevant);
        }
        return curvature;
    }

    private void fill(BlendExample example, BlendPart[] parts, double[] weights, int relevant) {
        double[] probability = probabilities(example, parts, weights);
        users = Math.sqrt(relevant);
        double[] expected = new double[parts.length];
        for (int row = 0; row < parts.length; row++) {
            float[] scores = example.scores()[parts[row].ordinal()];
            double found = 0;
            for (int at = 0; at < scores.length; at++) {
                expected[row] += probability[at] * scores[at];
                found += example.relevant()[at] ? scores[at] : 0;
            }
            gradient[row] = users * (expected[row] - found / relevant);
        }
        for (int row = 0; row < parts.length; row++) {
            float[] left = example.scores()[parts[row].ordinal()];
            for (int column = 0; column <= row; column++) {
                float[] right = example.scores()[parts[column].ordinal()];
                double product = 0;
                for (int at = 0; at < left.length; at++) {
                    product += probability[at] * left[at] * right[at];
                }
                second[row][column] = users * (product - expected[row] * expected[column]);
            }
        }
    }

    private static double[] probabilities(BlendExample example, BlendPart[] parts, double[] weights) {
        double[] probability = new double[example.size()];
        for (int part = 0; part < parts.length; part++) {
            float[] scores = example.scores()[parts[part].ordinal()];
            for (int at = 0; at < probability.length; at++) {
                probability[at] += weights[part] * scores[at];
            }
        }
        double most = Double.NEGATIVE_INFINITY;
        for (double sum : probability) {
            most = Math.max(most, sum);
        }
        double total = 0;
        for (int at = 0; at < probability.length; at++) {
            probability[at] = Math.exp(probability[at] - most);
            total += probability[at];
        }
        for (int at = 0; at < probability.length; at++) {
            probability[at] /= total;
        }
        return probability;
    }

    void add(Curvature other) {
        users += other.users;
        for (int row = 0; row < gradient.length; row++) {
            gradient[row] += other.gradient[row];
            for (int column = 0; column <= row; column++) {
                second[row][column] += other.second[row][column];
            }
        }
    }

    /// What to subtract from the weights: the solution of (second / users + 2 ridge I) step = gradient / users +
    /// 2 ridge (weights - prior), by the Cholesky factor.
    double[] newtonStep(double[] weights, double[] prior, double ridge) {
        int size = weights.length;
        double scale = 1 / Math.max(1, users);
        double[][] factor = new double[size][size];
        double[] step = new double[size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = second[row][column] * scale + (row == column ? 2 * ridge : 0);
                for (int at = 0; at < column; at++) {
                    sum -= factor[row][at] * factor[column][at];
                }
                factor[row][column] = row == column ? Math.sqrt(sum) : sum / factor[column][column];
            }
            double right = gradient[row] * scale + 2 * ridge * (weights[row] - prior[row]);
            for (int at = 0; at < row; at++) {
                right -= factor[row][at] * step[at];
            }
            step[row] = right / factor[row][row];
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int at = row + 1; at < size; at++) {
                step[row] -= factor[at][row] * step[at];
            }
            step[row] /= factor[row][row];
        }
        return step;
    }
}
