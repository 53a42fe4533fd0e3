package dev.torii.engine.evaluate.linear;

/// What a history says about a taste: the mean of its videos' term vectors, and the mean of their numbers. Can
/// leave one of its videos out, which is how the model learns from a history without seeing its own answer there.
final class TasteProfile {
    /// The numbers that are compared with those of a video: release, price, duration.
    static final int COMPARED = 3;

    private final ContentTable items;
    private final float[] affinity;
    private final double[] sums = new double[COMPARED];
    private final int[] known = new int[COMPARED];
    private final int length;

    /// The profile of the history `history[from .. to)`.
    TasteProfile(ContentTable items, int[] history, int from, int to) {
        this.items = items;
        this.affinity = new float[items.termCount()];
        this.length = to - from;
        for (int entry = from; entry < to; entry++) {
            int item = history[entry];
            for (int at = items.starts[item]; at < items.starts[item + 1]; at++) {
                affinity[items.terms[at]] += items.values[at];
            }
            for (int column = 0; column < COMPARED; column++) {
                if (items.hasNumber(item, column)) {
                    sums[column] += items.number(item, column);
                    known[column]++;
                }
            }
        }
    }

    /// Fills the features that compare the video with the history: for each kind of term the mean cosine with the
    /// history's videos, for each compared number minus the distance to the history's mean (0 when unknown).
    ///
    /// @param member whether the video is part of the history: it is then left out of it
    void compare(int item, boolean member, double[] features) {
        int others = length - (member ? 1 : 0);
        for (int kind = 0; kind < LinearFeature.RELEASE_CLOSENESS.ordinal(); kind++) {
            features[kind] = 0;
        }
        if (others > 0) {
            for (int at = items.starts[item]; at < items.starts[item + 1]; at++) {
                float own = items.values[at];
                float rest = affinity[items.terms[at]] - (member ? own : 0);
                features[items.kinds[at]] += (double) own * rest / others;
            }
        }
        for (int column = 0; column < COMPARED; column++) {
            features[LinearFeature.RELEASE_CLOSENESS.ordinal() + column] = closeness(item, column, member);
        }
    }

    /// Minus the distance of a number of the video to the history's mean, in standard deviations; 0 when either is
    /// unknown.
    double closeness(int item, int column, boolean member) {
        boolean has = items.hasNumber(item, column);
        double own = items.number(item, column);
        int count = known[column] - (member && has ? 1 : 0);
        return has && count > 0 ? -Math.abs(own - (sums[column] - (member ? own : 0)) / count) : 0;
    }
}
