package dev.torii.engine.embed.training;

/// How much memory a step may take, and about how much one takes.
///
/// @param bytes the limit
/// @param width values of a row of the towers' inputs
record StepMemory(long bytes, int width) {
    /// Copies of the inputs that live at once: fed, forward, backward, fetched, in TensorFlow and here.
    private static final int COPIES_OF_INPUTS = 12;

    private static final int COPIES_OF_LOGITS = 8;
    private static final int SHARE_OF_HEAP = 4;

    /// As set, else a quarter of what the heap can still take.
    static StepMemory of(TrainingSettings settings) {
        if (settings.stepMegabytes() > 0) {
            return new StepMemory((long) settings.stepMegabytes() << 20, width(settings));
        }
        System.gc(); // what is garbage already would count as taken
        Runtime runtime = Runtime.getRuntime();
        long left = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        return new StepMemory(left / SHARE_OF_HEAP, width(settings));
    }

    private static int width(TrainingSettings settings) {
        return settings.dimension() + settings.contentWidth();
    }

    /// Whether a step with so many input rows and candidates stays below the limit.
    boolean holds(int rows, int candidates) {
        return needed(rows, candidates) <= bytes;
    }

    private long needed(long rows, long candidates) {
        return Float.BYTES * ((rows + candidates) * width * COPIES_OF_INPUTS + rows * candidates * COPIES_OF_LOGITS);
    }

    /// @throws OutOfMemoryError when the step is over the limit
    void require(int rows, int candidates) {
        if (!holds(rows, candidates)) {
            throw new OutOfMemoryError("a step of " + rows + " rows and " + candidates + " candidates needs about "
                    + (needed(rows, candidates) >> 20) + " MB of " + (bytes >> 20) + " MB");
        }
    }
}
