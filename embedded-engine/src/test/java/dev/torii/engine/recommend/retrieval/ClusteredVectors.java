package dev.torii.engine.recommend.retrieval;

import java.util.Random;
import java.util.UUID;

/// Vectors of norm 1 around cluster centres: neighbours are close together, as in a trained space.
final class ClusteredVectors {
    private final float[][] centres;
    private final double spread;
    private final Random random;

    ClusteredVectors(int dimension, int clusters, double spread, long seed) {
        this.random = new Random(seed);
        this.spread = spread;
        this.centres = new float[clusters][dimension];
        for (float[] centre : centres) {
            for (int i = 0; i < dimension; i++) {
                centre[i] = (float) random.nextGaussian();
            }
            normalise(centre);
        }
    }

    int cluster() {
        return random.nextInt(centres.length);
    }

    float[] near(int cluster) {
        float[] vector = centres[cluster].clone();
        double deviation = spread / Math.sqrt(vector.length);
        for (int i = 0; i < vector.length; i++) {
            vector[i] += (float) (deviation * random.nextGaussian());
        }
        normalise(vector);
        return vector;
    }

    static UUID id(int number) {
        return new UUID(0x9E37_79B9_7F4A_7C15L * (number + 1), ~(long) number);
    }

    private static void normalise(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += value * value;
        }
        float norm = (float) Math.sqrt(sum);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= norm;
        }
    }
}
