package dev.torii.engine.embed.features;

/// How much each entry of a history counts in the pool of the user tower.
public final class HistoryWeights {
    private static final double SECONDS_PER_DAY = 86_400.0;

    private HistoryWeights() {}

    /// Weight of an entry relative to the newest one: halved for each half-life between them, so that a user who
    /// was away for a year keeps his taste.
    ///
    /// @param epochSeconds of the entry; 0 when unknown, which weighs like the newest
    public static float weight(long epochSeconds, long newestEpochSeconds, double halfLifeDays) {
        if (halfLifeDays <= 0 || epochSeconds <= 0 || newestEpochSeconds <= epochSeconds) {
            return 1;
        }
        double days = (newestEpochSeconds - epochSeconds) / SECONDS_PER_DAY;
        return (float) Math.pow(0.5, days / halfLifeDays);
    }

    /// The factor of a pool: one over the root of the sum of the weights' squares (of their number, where all are
    /// 1), so that long histories speak louder than short ones, and not in proportion. Whichever entry the
    /// weights are relative to, the pool is the same.
    public static float poolScale(double squares) {
        return squares <= 0 ? 0 : (float) (1.0 / Math.sqrt(squares));
    }
}
