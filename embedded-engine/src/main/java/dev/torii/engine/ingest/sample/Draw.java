package dev.torii.engine.ingest.sample;

import java.util.List;
import java.util.SplittableRandom;

/// Draws from the distributions that the sample is made of. All of it depends on the seed alone: `StrictMath` gives
/// the same digits on every machine.
final class Draw {
    private final SplittableRandom random;

    Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// Uniform from 0 (inclusive) to 1 (exclusive).
    double uniform() {
        return random.nextDouble();
    }

    /// Uniform from 0 (inclusive) to `bound` (exclusive).
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    <T> T one(List<T> values) {
        return values.get(below(values.size()));
    }

    /// Standard normal, by Box and Muller.
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /// Standard Gumbel: the largest of "utility + Gumbel" follows a softmax of the utilities.
    double gumbel() {
        return -StrictMath.log(-StrictMath.log(uniform() + 1e-300));
    }

    /// Exponential with mean 1.
    double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    /// A position, in proportion to the weights.
    int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double at = uniform() * sum;
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /// A position below `size`, in proportion to weights given by their running sums.
    int bySums(double[] sums, int size) {
        double at = uniform() * sums[size - 1];
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// A mixture of `size` parts that sums to 1; the smaller `concentration`, the more one part prevails. Weibull
    /// powers of exponentials stand for the gamma variates of a Dirichlet.
    double[] mixture(int size, double concentration) {
        double[] parts = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            parts[i] = StrictMath.pow(exponential(), 1 / concentration);
            sum += parts[i];
        }
        for (int i = 0; i < size; i++) {
            parts[i] /= sum;
        }
        return parts;
    }
}
