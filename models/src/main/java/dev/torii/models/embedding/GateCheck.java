package dev.torii.models.embedding;

import java.util.Map;

/// One check of the gate that a new model passes before it may answer.
///
/// @param name stable: `beats_popularity`, `not_worse_than_active`, `not_below_ease`, `video_vectors`,
/// `user_vectors`
/// @param figures what was measured, by name; empty when nothing was
/// @param sentence for people: what was found
public record GateCheck(String name, GateOutcome outcome, Map<String, Double> figures, String sentence) {
    public GateCheck {
        figures = Map.copyOf(figures);
    }

    /// Whether the check lets the model through.
    public boolean passed() {
        return outcome != GateOutcome.FAILED;
    }
}
