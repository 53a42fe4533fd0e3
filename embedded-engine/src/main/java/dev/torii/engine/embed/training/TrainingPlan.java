package dev.torii.engine.embed.training;

/// The settings of a training that depend on how much there is to learn from, settled.
///
/// @param batchSize positives in a step
/// @param rowTargets most positives of a user that one input row predicts
/// @param learningRate at the start
/// @param pairs positives in all steps together
record TrainingPlan(int batchSize, int rowTargets, double learningRate, long pairs) {
    /// The batch for which the learning rate is set; larger ones of the plan's own choice take a larger rate, by
    /// the root, as gradients of more examples are surer.
    static final int SMALLEST_BATCH = 512;

    static final int LARGEST_BATCH = 4096;
    /// Steps of a pass that a larger batch has to leave.
    private static final int STEPS_OF_A_PASS = 2_000;
    /// From this many positives on, more of a user's are predicted together.
    private static final int LARGE = 2_000_000;

    private static final int FEW_TARGETS = 8;
    private static final int MANY_TARGETS = 16;

    /// @param examples positives of a pass
    /// @param memory what a step may take
    static TrainingPlan of(TrainingSettings settings, int examples, StepMemory memory) {
        int targets = settings.rowTargets() > 0 ? settings.rowTargets() : examples < LARGE ? FEW_TARGETS : MANY_TARGETS;
        long pairs =
                Math.min((long) settings.passes(examples) * examples, Math.max(examples / 2, settings.mostExamples()));
        int batch = settings.batchSize();
        double rate = settings.learningRate();
        if (batch == 0) {
            batch = SMALLEST_BATCH;
            while (batch < LARGEST_BATCH
                    && (long) 2 * batch * STEPS_OF_A_PASS <= examples
                    && memory.holds(2 * batch, 2 * batch + settings.uniformNegatives())) {
                batch *= 2;
            }
            rate *= Math.sqrt((double) batch / SMALLEST_BATCH);
        }
        return new TrainingPlan(batch, targets, rate, pairs);
    }
}
