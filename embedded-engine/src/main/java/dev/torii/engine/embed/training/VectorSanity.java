package dev.torii.engine.embed.training;

import dev.torii.models.embedding.GateCheck;
import dev.torii.models.embedding.GateOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Whether vectors can be searched at all: finite, of length 1, and not all the same.
///
/// The spread is told by the mean cosine of two of them, and by the participation ratio n² / Σ cos² of their
/// Gram matrix: the number of directions they use, were all of them used alike (1 when all vectors lie on one line;
/// see Gao and Ganguli, 2015).
final class VectorSanity {
    static final double NORM_TOLERANCE = 1e-3;
    static final double MOST_COSINE = 0.95;
    static final double FEWEST_DIRECTIONS = 1.1;
    /// Fewer vectors may well lie close together by chance.
    private static final int FEWEST_TO_JUDGE_SPREAD = 10;

    private VectorSanity() {}

    /// @param name of the check
    /// @param what for people: `videos`
    /// @param vectors row-major [n, dimension]
    static GateCheck check(String name, String what, float[] vectors, int dimension) {
        int rows = vectors.length / dimension;
        double[] norms = norms(vectors, dimension);
        int broken = 0;
        int astray = 0;
        double worst = 0;
        for (double norm : norms) {
            broken += Double.isFinite(norm) ? 0 : 1;
            astray += Double.isFinite(norm) && Math.abs(norm - 1) > NORM_TOLERANCE ? 1 : 0;
            worst = Double.isFinite(norm) ? Math.max(worst, Math.abs(norm - 1)) : worst;
        }
        Map<String, Double> figures = new TreeMap<>();
        figures.put("vectors", (double) rows);
        figures.put("not_finite", (double) broken);
        figures.put("wrong_norm", (double) astray);
        figures.put("largest_norm_error", worst);
        List<String> faults = new ArrayList<>();
        if (broken > 0) {
            faults.add("%d of %d vectors of %s hold NaN or infinity".formatted(broken, rows, what));
        }
        if (astray > 0) {
            faults.add(String.format(
                    Locale.ROOT,
                    "%d of %d vectors of %s are not of length 1 (the worst is off by %.4f)",
                    astray,
                    rows,
                    what,
                    worst));
        }
        if (broken == 0 && rows >= FEWEST_TO_JUDGE_SPREAD) {
            spread(vectors, dimension, what, figures, faults);
        }
        return new GateCheck(
                name,
                faults.isEmpty() ? GateOutcome.PASSED : GateOutcome.FAILED,
                figures,
                faults.isEmpty() ? sound(rows, what, figures) : String.join(", and ", faults));
    }

    private static void spread(
            float[] vectors, int dimension, String what, Map<String, Double> figures, List<String> faults) {
        int rows = vectors.length / dimension;
        double sum = 0;
        double squares = 0;
        for (int a = 0; a < rows; a++) {
            for (int b = 0; b < a; b++) {
                double cosine = 0;
                for (int i = 0; i < dimension; i++) {
                    cosine += vectors[a * dimension + i] * vectors[b * dimension + i];
                }
                sum += cosine;
                squares += cosine * cosine;
            }
        }
        double mean = 2 * sum / ((double) rows * (rows - 1));
        double directions = (double) rows * rows / (rows + 2 * squares);
        figures.put("mean_cosine", mean);
        figures.put("directions", directions);
        if (mean > MOST_COSINE || directions < FEWEST_DIRECTIONS) {
            faults.add(String.format(
                    Locale.ROOT,
                    "the vectors of %s have collapsed: two of them have a mean cosine of %.4f, and they use %.2f"
                            + " directions",
                    what,
                    mean,
                    directions));
        }
    }

    private static String sound(int rows, String what, Map<String, Double> figures) {
        Double cosine = figures.get("mean_cosine");
        Double directions = figures.get("directions");
        return rows + " vectors of " + what + " are finite and of length 1"
                + (cosine == null || directions == null
                        ? ""
                        : String.format(
                                Locale.ROOT, ", with a mean cosine of %.3f in %.1f directions", cosine, directions));
    }

    private static double[] norms(float[] vectors, int dimension) {
        double[] norms = new double[vectors.length / dimension];
        for (int row = 0; row < norms.length; row++) {
            double sum = 0;
            for (int i = 0; i < dimension; i++) {
                double value = vectors[row * dimension + i];
                sum += value * value;
            }
            norms[row] = Math.sqrt(sum);
        }
        return norms;
    }
}
