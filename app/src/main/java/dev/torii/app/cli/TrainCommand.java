package dev.torii.app.cli;

import dev.torii.engine.Engine;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.problem.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `torii train`: trains, evaluates and registers a model version.
@Command(
        name = "train",
        description = {
            "Train a new model version, evaluate it and register it. It becomes the active one only when it passes its gate.",
            "With --set a training setting needs no section: --set epochs=4 is --set training.epochs=4."
        })
final class TrainCommand implements Callable<Integer> {
    private final CommandContext context;

    TrainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Map<String, String> overrides = takeOverrides(context.options().assignments);
        try (Engine engine = context.openEngine()) {
            ModelVersion model = context.follow(engine.training().train(overrides));
            context.result(model, ModelReport.lines(model));
            return model.state() == ModelState.REJECTED ? ErrorCode.VIOLATION.exitCode() : 0;
        }
    }

    /// Takes the assignments without a section out of `assignments`: they are training settings.
    static Map<String, String> takeOverrides(List<String> assignments) {
        Map<String, String> overrides = new LinkedHashMap<>();
        assignments.removeIf(assignment -> {
            int equals = assignment.indexOf('=');
            if (equals <= 0 || assignment.substring(0, equals).contains(".")) {
                return false;
            }
            overrides.put(
                    assignment.substring(0, equals).strip(),
                    assignment.substring(equals + 1).strip());
            return true;
        });
        return overrides;
    }
}
