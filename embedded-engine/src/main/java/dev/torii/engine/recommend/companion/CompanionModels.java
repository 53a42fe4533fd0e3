package dev.torii.engine.recommend.companion;

import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The companions of the versions that answer, loaded when they are first asked for. What could not be loaded is
/// tried again after a while. Safe for use by many threads.
public final class CompanionModels {
    private static final Logger LOG = LoggerFactory.getLogger(CompanionModels.class);
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final int MOST = 2;

    private final ModelRegistry registry;
    private final Clock clock;
    private final Map<String, Loaded> versions = new LinkedHashMap<>(4, 0.75f, true);

    /// @param problem empty when they were loaded
    private record Loaded(@Nullable Companions companions, String problem, Instant at) {}

    /// The companions of a version, or what is wrong with them.
    ///
    /// @param problem a sentence; empty when there are companions
    public record Found(@Nullable Companions companions, String problem) {}

    public CompanionModels(ModelRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /// Never fails: what is wrong is said in the answer, and logged once.
    public synchronized Found of(String version) {
        Loaded present = versions.get(version);
        if (present == null
                || (present.companions() == null
                        && clock.instant().isAfter(present.at().plus(RETRY)))) {
            present = load(version, present);
            versions.put(version, present);
            while (versions.size() > MOST) {
                versions.remove(versions.keySet().iterator().next());
            }
        }
        return new Found(present.companions(), present.problem());
    }

    private Loaded load(String version, @Nullable Loaded before) {
        try {
            ModelVersion model = registry.find(version)
                    .orElseThrow(() -> new ToriiException(
                            ErrorCode.NOT_FOUND,
                            "There is no model version " + version + ".",
                            "Maybe 'torii models list' shows the one you mean."));
            return new Loaded(Companions.load(version, registry.folder(version), model.files()), "", clock.instant());
        } catch (ToriiException e) {
            if (before == null || !before.problem().equals(e.getMessage())) {
                LOG.warn("{} {}", e.getMessage(), e.advice());
            }
            return new Loaded(null, String.valueOf(e.getMessage()), clock.instant());
        }
    }
}
