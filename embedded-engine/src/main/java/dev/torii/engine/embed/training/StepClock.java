package dev.torii.engine.embed.training;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// Where the time of a training's steps goes.
public final class StepClock {
    /// The parts of a step. Sampling runs beside the others, so only the waiting for it counts.
    public enum Phase {
        SAMPLE,
        GATHER,
        TENSORFLOW,
        UPDATE
    }

    private final EnumMap<Phase, Long> nanos = new EnumMap<>(Phase.class);
    private long[] steps = new long[1024];
    private int count;
    private long pairs;
    private long processorNanos;
    private long processorStarted;
    private long stepStarted;
    private long phaseStarted;

    void beginStep() {
        stepStarted = System.nanoTime();
        phaseStarted = stepStarted;
        processorStarted = processor();
    }

    /// Ends a phase that began when the last one ended.
    void ended(Phase phase) {
        long now = System.nanoTime();
        nanos.merge(phase, now - phaseStarted, Long::sum);
        phaseStarted = now;
    }

    void endStep(int stepPairs) {
        if (count == steps.length) {
            steps = Arrays.copyOf(steps, 2 * count);
        }
        steps[count++] = System.nanoTime() - stepStarted;
        pairs += stepPairs;
        processorNanos += processor() - processorStarted;
    }

    /// Processor time of this process, all threads together; -1 where the system does not tell.
    private static long processor() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : -1;
    }

    /// Processor seconds of all steps together, of all threads: what they cost when others are at work too.
    public double processorSeconds() {
        return processorNanos / 1e9;
    }

    public int steps() {
        return count;
    }

    public long pairs() {
        return pairs;
    }

    /// Seconds of all steps together.
    public double seconds() {
        return Arrays.stream(steps, 0, count).sum() / 1e9;
    }

    /// Seconds of each phase, by its name in lower case.
    public Map<Phase, Double> secondsByPhase() {
        Map<Phase, Double> seconds = new EnumMap<>(Phase.class);
        nanos.forEach((phase, sum) -> seconds.put(phase, sum / 1e9));
        return seconds;
    }

    /// The time that a share of the steps do not exceed, in milliseconds; 0 without steps.
    public double milliseconds(double share) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(steps, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, Math.round(Math.ceil(share * count)) - 1)] / 1e6;
    }
}
