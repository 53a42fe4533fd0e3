package dev.torii.engine.recommend.hybrid;

import java.util.Map;

/// A blend, and what was measured before it was trusted.
///
/// @param metrics on the validation part: `hybrid.ndcg@10` (of weights that were learned on other users), and the
/// same of each part that could answer alone
/// @param reason in a sentence, why these weights, or why a single part
public record LearnedBlend(Blend blend, Map<String, Double> metrics, String reason) {
    public LearnedBlend {
        metrics = Map.copyOf(metrics);
    }
}
