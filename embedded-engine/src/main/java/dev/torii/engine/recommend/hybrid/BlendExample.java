package dev.torii.engine.recommend.hybrid;

/// The candidates of one user, and which of them the user went on to like.
///
/// @param scores `[part ordinal][candidate]`, standardised; empty rows of parts that are missing
/// @param relevant whether the user liked the candidate
/// @param toFind how many the user liked altogether, candidates or not; above 0
record BlendExample(float[][] scores, boolean[] relevant, int toFind) {
    private static final double[] DISCOUNTS = discounts(128);

    int size() {
        return relevant.length;
    }

    /// Normalised discounted cumulative gain of the first `k` by `sums`; of equal sums the earlier candidate is
    /// first.
    ///
    /// @param k up to 128
    double ndcg(float[] sums, int k) {
        float[] best = new float[k];
        int[] which = new int[k];
        int filled = 0;
        for (int at = 0; at < sums.length; at++) {
            float sum = sums[at];
            if (filled == k && sum <= best[k - 1]) {
                continue;
            }
            int place = filled < k ? filled++ : k - 1;
            while (place > 0 && best[place - 1] < sum) {
                best[place] = best[place - 1];
                which[place] = which[place - 1];
                place--;
            }
            best[place] = sum;
            which[place] = at;
        }
        double gain = 0;
        double ideal = 0;
        for (int rank = 0; rank < k; rank++) {
            gain += rank < filled && relevant[which[rank]] ? DISCOUNTS[rank] : 0;
            ideal += rank < toFind ? DISCOUNTS[rank] : 0;
        }
        return gain / ideal;
    }

    private static double[] discounts(int count) {
        double[] discounts = new double[count];
        for (int rank = 0; rank < count; rank++) {
            discounts[rank] = Math.log(2) / Math.log(rank + 2.0);
        }
        return discounts;
    }
}
