package dev.torii.engine.embed.training;

import dev.torii.models.embedding.GateCheck;
import dev.torii.models.embedding.GateOutcome;
import dev.torii.models.evaluate.EvaluationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the gate says of a model.
///
/// @param checks in their order
/// @param metrics of the model and of those it was compared with, these under `popular.`, `ease.`, `active.`
/// @param measuredOn what was held out, for people
/// @param report of the measurement, to be kept with the version; null when nothing was measured
record GateVerdict(
        List<GateCheck> checks,
        Map<String, Double> metrics,
        String measuredOn,
        @Nullable EvaluationReport report) {
    /// With fewer users to measure, a comparison would be chance.
    static final int FEWEST_USERS = 10;

    /// The verdict before anything was looked at, where there is too little to measure.
    static GateVerdict unmeasured(int users) {
        String sentence = "only " + users + " users have enough history to hold a part of it out, and a comparison"
                + " needs " + FEWEST_USERS;
        Map<String, Double> figures = Map.of("users", (double) users);
        return new GateVerdict(
                List.of(new GateCheck(AccuracyGate.POPULARITY, GateOutcome.NOT_COMPARED, figures, sentence)),
                Map.of("heldout_users", (double) users),
                "",
                null);
    }

    boolean accepted() {
        return checks.stream().allMatch(GateCheck::passed);
    }

    GateVerdict and(List<GateCheck> further) {
        List<GateCheck> all = new ArrayList<>(checks);
        all.addAll(further);
        return new GateVerdict(all, metrics, measuredOn, report);
    }

    /// Why the model is accepted or rejected, in a sentence.
    String reason() {
        String failures = checks.stream()
                .filter(check -> !check.passed())
                .map(GateCheck::sentence)
                .collect(Collectors.joining("; "));
        String first = checks.getFirst().sentence();
        if (measuredOn.isEmpty()) {
            return failures.isEmpty()
                    ? "Accepted without a measurement: " + first + "."
                    : "Rejected: " + failures + ".";
        }
        return (failures.isEmpty() ? "Accepted: " + first : "Rejected: " + failures) + ", measured on " + measuredOn
                + ".";
    }
}
