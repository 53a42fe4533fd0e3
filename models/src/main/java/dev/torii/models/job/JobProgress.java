package dev.torii.models.job;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How far a job is.
///
/// @param done units done
/// @param total units in all; 0 when not known
/// @param unit what is counted, a stable key: `rows`, `videos`, `examples`, `steps`
/// @param message what happens now: a stable key, for example `train.epoch`
/// @param figures further numbers by name (`loss`, `epoch`), in the order in which they are shown
/// @param perSecond units a second, smoothed
/// @param elapsed since the job started
public record JobProgress(
        long done,
        long total,
        String unit,
        String message,
        Map<String, Double> figures,
        double perSecond,
        Duration elapsed) {

    public static final JobProgress NONE = new JobProgress(0, 0, "", "", Map.of(), 0, Duration.ZERO);

    /// Share done, 0 to 1; empty while the total is not known.
    public Optional<Double> fraction() {
        return total > 0 ? Optional.of(Math.min(1.0, (double) done / total)) : Optional.empty();
    }

    /// Time left at the present rate; empty while it cannot be told.
    public Optional<Duration> eta() {
        return total > 0 && perSecond > 0
                ? Optional.of(Duration.ofMillis((long) (1000.0 * Math.max(0, total - done) / perSecond)))
                : Optional.empty();
    }
}
