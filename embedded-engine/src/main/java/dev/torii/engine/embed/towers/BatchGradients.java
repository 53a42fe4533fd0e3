package dev.torii.engine.embed.towers;

/// What one step gave back: the loss, and its gradients with respect to the rows that were fed (same layouts as in
/// [TrainingBatch]).
public record BatchGradients(
        float loss, float[] userHistory, float[] userContent, float[] itemId, float[] itemContent) {}
