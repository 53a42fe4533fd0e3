package dev.torii.engine.recommend.hybrid;

import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;

/// How much more a video is liked around a moment than over the whole time: the logarithm of its interactions near
/// the moment, weighted by exp(-distance / scale), over what its share of all interactions would let one expect.
///
/// A sum at any moment costs one binary search: each event carries the decayed sum of those before it, itself
/// included, and of those after it.
final class Trend {
    private static final double SCALE_SECONDS = 3 * 86_400.0;
    /// Pseudo-count on both sides of the ratio: few interactions say little.
    private static final double SMOOTHING = 0.3;

    private final int[] starts;
    private final long[] times;
    private final float[] before;
    private final float[] after;
    private final long[] allTimes;
    private final float[] allBefore;
    private final float[] allAfter;

    Trend(InteractionSet data) {
        int[] counts = data.itemCounts();
        starts = new int[counts.length + 1];
        for (int item = 0; item < counts.length; item++) {
            starts[item + 1] = starts[item] + counts[item];
        }
        times = new long[data.interactionCount()];
        int[] next = starts.clone();
        for (int at = 0; at < times.length; at++) {
            times[next[data.items()[at]]++] = data.epochSeconds()[at];
        }
        before = new float[times.length];
        after = new float[times.length];
        for (int item = 0; item < counts.length; item++) {
            Arrays.sort(times, starts[item], starts[item + 1]);
            accumulate(times, starts[item], starts[item + 1], before, after);
        }
        allTimes = times.clone();
        Arrays.sort(allTimes);
        allBefore = new float[times.length];
        allAfter = new float[times.length];
        accumulate(allTimes, 0, allTimes.length, allBefore, allAfter);
    }

    private static void accumulate(long[] times, int from, int to, float[] before, float[] after) {
        for (int at = from; at < to; at++) {
            before[at] = 1 + (at == from ? 0 : before[at - 1] * decay(times[at] - times[at - 1]));
        }
        for (int at = to - 1; at >= from; at--) {
            after[at] = 1 + (at == to - 1 ? 0 : after[at + 1] * decay(times[at + 1] - times[at]));
        }
    }

    /// Whether there is any time to speak of.
    boolean known() {
        return allTimes.length > 0 && allTimes[allTimes.length - 1] > allTimes[0];
    }

    /// The moment of the newest interaction.
    long end() {
        return allTimes.length == 0 ? 0 : allTimes[allTimes.length - 1];
    }

    /// Fills `scores` with the trend of every item at a moment.
    void score(long moment, float[] scores) {
        double near = near(allTimes, allBefore, allAfter, 0, allTimes.length, moment);
        for (int item = 0; item < scores.length; item++) {
            double share = (double) (starts[item + 1] - starts[item]) / Math.max(1, times.length);
            double found = near(times, before, after, starts[item], starts[item + 1], moment);
            scores[item] = (float) Math.log((found + SMOOTHING) / (near * share + SMOOTHING));
        }
    }

    private static double near(long[] times, float[] before, float[] after, int from, int to, long moment) {
        int found = Arrays.binarySearch(times, from, to, moment);
        int next = found >= 0 ? found + 1 : -found - 1;
        while (next < to && times[next] == moment) {
            next++;
        }
        double sum = next > from ? before[next - 1] * decay(moment - times[next - 1]) : 0;
        return sum + (next < to ? after[next] * decay(times[next] - moment) : 0);
    }

    private static float decay(long seconds) {
        return (float) Math.exp(-seconds / SCALE_SECONDS);
    }
}
