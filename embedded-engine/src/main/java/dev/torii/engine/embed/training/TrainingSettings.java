package dev.torii.engine.embed.training;

/// Everything that decides what a training run gives, besides its data. The defaults were tuned on held-out parts
/// of training data alone; `docs/training.md` says how.
///
/// @param seed of everything random
/// @param epochs passes over the positives
/// @param batchSize positives in a step
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
/// @param rowTargets most positives of a user that one input row predicts together
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
        int rowTargets) {
    public static final TrainingSettings DEFAULT =
            new TrainingSettings(7, 8, 512, 768, 0.002, 0.15, 4.0, 128, 0.1, 128, 64, 0, 500, 100_000, 0.1, 1);
}
