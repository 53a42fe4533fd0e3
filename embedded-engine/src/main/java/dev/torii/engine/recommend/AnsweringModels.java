package dev.torii.engine.recommend;

import dev.torii.engine.embed.registry.ActiveModel;
import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.engine.recommend.retrieval.IndexedModel;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The towers that answer, and those whose video vectors the index still holds: after an activation the two differ
/// until the vectors of the new model are there.
public final class AnsweringModels implements TowerSource {
    private final ModelRegistry registry;
    private final ActiveModel active;
    private final Map<String, TowerModel> held = Collections.synchronizedMap(new LastTwo());
    private String seen = "";

    public AnsweringModels(ModelRegistry registry, ActiveModel active) {
        this.registry = registry;
        this.active = active;
    }

    /// The towers that answer now; also notices an activation by another process.
    ///
    /// @return empty when no model is active
    /// @throws ToriiException MODEL_DAMAGED, DATABASE_UNREACHABLE
    public synchronized Optional<TowerModel> answering() {
        Optional<ModelVersion> registered = registry.active();
        if (registered.isEmpty()) {
            return Optional.empty();
        }
        String version = registered.get().version();
        if (!version.equals(seen) && active.reload()) {
            seen = version;
        }
        TowerModel towers = active.require();
        held.put(towers.version(), towers);
        return Optional.of(towers);
    }

    /// What the index shall hold.
    public Optional<IndexedModel> indexed() {
        return answering().map(towers -> new IndexedModel(towers.version(), towers.dimension()));
    }

    /// Does not wait for another version that is being loaded when the towers are at hand.
    @Override
    public TowerModel towers(String modelVersion) {
        TowerModel towers = held.get(modelVersion);
        if (towers == null) {
            towers = answering()
                    .filter(model -> model.version().equals(modelVersion))
                    .orElseThrow(() -> new ToriiException(
                            ErrorCode.NO_MODEL,
                            "The model %s does not answer any more.".formatted(modelVersion),
                            "Maybe ask again in a moment."));
        }
        return towers;
    }

    /// The two that were used last.
    private static final class LastTwo extends LinkedHashMap<String, TowerModel> {
        private static final long serialVersionUID = 1L;

        LastTwo() {
            super(4, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TowerModel> eldest) {
            return size() > 2;
        }
    }

    /// How the model is; begins to load it when that was not done.
    public PartHealth health() {
        active.loadInBackground();
        return active.health();
    }
}
