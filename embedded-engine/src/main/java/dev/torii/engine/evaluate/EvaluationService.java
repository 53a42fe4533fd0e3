package dev.torii.engine.evaluate;

import dev.torii.engine.jobs.Job;
import dev.torii.models.evaluate.EvaluationReport;

/// Offline evaluation.
public final class EvaluationService {
    public Job<EvaluationReport> evaluate(EvaluationRequest request) {
        throw new IllegalStateException("not wired yet");
    }
}
