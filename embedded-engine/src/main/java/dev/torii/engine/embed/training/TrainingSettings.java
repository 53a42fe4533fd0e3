package dev.torii.engine.embed.training;

/// Everything that decides what a training run gives, besides its data. The defaults were tuned on held-out parts
/// of training data alone; `docs/training.md` says how.
///
/// @param seed of everything random
/// @param epochs passes over the positives; 0: as many as suit their number ([#passes])
/// @param batchSize positives in a step; 0: chosen by the size of the data and the memory
/// @param dimension of the space of users and videos
/// @param learningRate of Adam at the start; it falls to zero along a cosine
/// @param temperature by which cosines are divided before the softmax
/// @param minRating a rating counts as a like from here
/// @param uniformNegatives videos drawn evenly from the catalogue as further negatives of each step, so that
/// videos nobody liked yet are trained too
/// @param idDropout share of videos and histories whose id rows are hidden in a step, so that content alone gives
/// a sensible vector
/// @param contentWidth width of the rows of terms and title characters
/// @param hiddenWidth of the layer between content and space
/// @param halfLifeDays age at which an entry of a history weighs half; 0: never
/// @param historyLimit newest entries of a history that are used
/// @param maxSlots videos with id rows of their own, the most liked first
/// @param validationShare newest share of all positives that is held out to measure
/// @param rowTargets most positives of a user that one input row predicts together; 0: chosen by the size of the
/// data
/// @param mostExamples positives of all passes together, at most; but never less than half a pass
/// @param stepMegabytes memory that a step may take; 0: a share of what is left
public record TrainingSettings(
        long seed,
        int epochs,
        int batchSize,
        int dimension,
        double learningRate,
        double temperature,
        double minRating,
        int uniformNegatives,
        double idDropout,
        int contentWidth,
        int hiddenWidth,
        double halfLifeDays,
        int historyLimit,
        int maxSlots,
        double validationShare,
        int rowTargets,
        long mostExamples,
        int stepMegabytes) {
    public static final TrainingSettings DEFAULT = new TrainingSettings(
            7, 0, 0, 768, 0.002, 0.15, 4.0, 128, 0.1, 128, 64, 0, 500, 250_000, 0.1, 0, 20_000_000, 0);

    private static final int SUITING_PASSES = 8;
    private static final double SUITED_POSITIVES = 45_000;
    private static final double FEWER_FOR_MORE = 0.42;
    private static final int MOST_PASSES = 24;

    /// How often a training goes over `positives`: [#epochs] where that is set. Else fewer the more there are,
    /// since more of them teach each row more in one pass: 8 passes for 45 000 (MovieLens 100K), 3 for half a
    /// million (MovieLens 1M), 1 for five million, at most 24 for few.
    public int passes(long positives) {
        if (epochs > 0) {
            return epochs;
        }
        double suiting = SUITING_PASSES * Math.pow(SUITED_POSITIVES / Math.max(1, positives), FEWER_FOR_MORE);
        return (int) Math.clamp(Math.round(suiting), 1L, MOST_PASSES);
    }
}
