package dev.torii.engine.monitor.health;

import dev.torii.models.monitoring.PartHealth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// The state of each part: `database`, `model`, `index`, in this order. Answers within about a second, whatever
/// hangs; details hold no credentials.
public final class HealthService {
    private static final Duration PATIENCE = Duration.ofMillis(900);

    private final List<TimedProbe> probes;

    /// @param database asks the database for a sign of life
    /// @param model how the model is
    /// @param index how the index is
    public HealthService(Supplier<PartHealth> database, Supplier<PartHealth> model, Supplier<PartHealth> index) {
        this.probes = List.of(
                new TimedProbe("database", database), new TimedProbe("model", model), new TimedProbe("index", index));
    }

    public List<PartHealth> parts() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<CompletableFuture<PartHealth>> answers =
                probes.stream().map(TimedProbe::ask).toList();
        List<PartHealth> parts = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            parts.add(probes.get(i).await(answers.get(i), left));
        }
        return parts;
    }
}
