package dev.torii.engine.embed.bench;

import java.util.Map;

/// What a measured training gave.
///
/// @param source where the data came from, in a sentence
/// @param wholeRun whether all steps were trained; else the training was stopped after a given time, and
/// `wholeSeconds` is what all of them would take at the measured rate
/// @param pairsPerSecond positives trained on in a second
/// @param stepMillisP50 duration of a step that half of the steps do not exceed, in milliseconds
/// @param processorSeconds of the steps, all threads together: on a machine where others are at work too, what
/// they cost says more than how long they took
/// @param phases seconds of generating, preparing (features, matrices, tables), and of each part of the steps
/// @param heapPeakBytes most that was in use on the heap
/// @param residentPeakBytes most memory that the process held; 0 where the system does not tell
public record TrainingBenchReport(
        SyntheticSize size,
        String source,
        Map<String, String> settings,
        int interactions,
        long plannedPairs,
        long pairs,
        int steps,
        boolean wholeRun,
        double pairsPerSecond,
        double stepMillisP50,
        double stepMillisP95,
        double stepMillisP99,
        double trainSeconds,
        double wholeSeconds,
        double processorSeconds,
        double loss,
        Map<String, Double> phases,
        long heapPeakBytes,
        long residentPeakBytes) {}
