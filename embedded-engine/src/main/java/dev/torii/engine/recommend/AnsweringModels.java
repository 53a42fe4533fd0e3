package dev.torii.engine.recommend;

import dev.torii.engine.embed.registry.ActiveModel;
import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.engine.recommend.retrieval.IndexModels;
import dev.torii.engine.recommend.retrieval.IndexedModel;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The towers that answer, and those whose video vectors the index still holds: after an activation the two differ
/// until the vectors of the new model are there.
public final class AnsweringModels implements TowerSource, IndexModels {
    private static final Logger LOG = LoggerFactory.getLogger(AnsweringModels.class);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final ModelRegistry registry;
    private final ActiveModel active;
    private final Duration retry;
    private final Map<String, TowerModel> held = Collections.synchronizedMap(new LastTwo());
    private String seen = "";
    private long triedNanos;

    public AnsweringModels(ModelRegistry registry, ActiveModel active) {
        this(registry, active, RETRY);
    }

    /// @param retry after which a version that could not be loaded is tried again
    public AnsweringModels(ModelRegistry registry, ActiveModel active, Duration retry) {
        this.registry = registry;
        this.active = active;
        this.retry = retry;
    }

    /// The towers that answer now; also notices an activation by another process, and that a damaged version was
    /// mended.
    ///
    /// @return empty when no model is active
    /// @throws ToriiException MODEL_DAMAGED, DATABASE_UNREACHABLE
    public synchronized Optional<TowerModel> answering() {
        Optional<ModelVersion> registered = registry.active();
        if (registered.isEmpty()) {
            return Optional.empty();
        }
        String version = registered.get().version();
        if (!version.equals(seen) || mayBeMended()) {
            boolean answered = active.reload();
            triedNanos = System.nanoTime();
            seen = answered ? version : seen;
        }
        TowerModel towers = active.require();
        held.put(towers.version(), towers);
        return Optional.of(towers);
    }

    private boolean mayBeMended() {
        return !active.isSound() && System.nanoTime() - triedNanos > retry.toNanos();
    }

    /// What was active before what answers now, the latest first: what the index may hold until the vectors of the
    /// present one are there.
    @Override
    public List<IndexedModel> earlier() {
        return registry.answering().stream()
                .filter(model -> model.state() != ModelState.ACTIVE)
                .map(model -> new IndexedModel(model.version(), model.dimension()))
                .toList();
    }

    /// Whether the towers of an earlier version are at hand; loads them when they are not.
    @Override
    public boolean canAnswer(String version) {
        if (held.containsKey(version)) {
            return true;
        }
        try {
            active.require(); // brings TensorFlow in
            Optional<ModelVersion> model = registry.find(version);
            model.ifPresent(found -> held.put(version, registry.load(found)));
            return model.isPresent();
        } catch (ToriiException e) {
            LOG.warn("{} cannot answer until the vectors of the active model are there: {}", version, e.getMessage());
            return false;
        }
    }

    /// What the index shall hold.
    @Override
    public Optional<IndexedModel> active() {
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

    @Override
    public Optional<String> fault() {
        PartHealth now = active.health();
        return now.state() == PartState.DOWN ? Optional.of(now.detail()) : Optional.empty();
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
