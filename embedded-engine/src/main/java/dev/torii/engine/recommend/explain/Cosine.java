package dev.torii.engine.recommend.explain;

/// Cosine of the angle between two vectors: `a.b / (|a| |b|)`, -1 to 1; 0 when one of them is all zeros.
public final class Cosine {
    private Cosine() {}

    public static double between(float[] left, float[] right) {
        double dot = 0;
        double leftSquare = 0;
        double rightSquare = 0;
        for (int i = 0; i < left.length; i++) {
            dot += (double) left[i] * right[i];
            leftSquare += (double) left[i] * left[i];
            rightSquare += (double) right[i] * right[i];
        }
        double norms = Math.sqrt(leftSquare) * Math.sqrt(rightSquare);
        return norms == 0 ? 0 : Math.clamp(dot / norms, -1.0, 1.0);
    }
}
