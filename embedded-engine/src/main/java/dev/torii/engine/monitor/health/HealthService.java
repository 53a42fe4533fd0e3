package dev.torii.engine.monitor.health;

import dev.torii.models.monitoring.PartHealth;
import java.util.List;

/// The state of each part: database, model, index.
public final class HealthService {
    public List<PartHealth> parts() {
        throw new IllegalStateException("not wired yet");
    }
}
