package dev.torii.engine.embed.registry;

import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.engine.embed.towers.TensorFlowRuntime;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.monitoring.AlertSeverity;
import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The model that answers now. It follows activations; while another version is being loaded, the old one goes on
/// answering. When the active version is damaged, the version that was active before it answers, the health says
/// so, and an alert is raised, which is over when the active version can be loaded again.
public final class ActiveModel {
    private static final Logger LOG = LoggerFactory.getLogger(ActiveModel.class);

    /// The key of the alert about a version that cannot be loaded.
    public static final String ALERT = "model.damaged";

    private final ModelRegistry registry;
    private final AlertSink alerts;
    private final @Nullable Path nativeDir;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable TowerModel current;
    private volatile PartHealth health = new PartHealth("model", PartState.STARTING, "not loaded yet");
    private volatile boolean loaded;
    private volatile @Nullable Thread loader;

    /// @param nativeDir folder of TensorFlow's natives; null: see [TensorFlowRuntime#load]
    public ActiveModel(ModelRegistry registry, AlertSink alerts, @Nullable Path nativeDir) {
        this.registry = registry;
        this.alerts = alerts;
        this.nativeDir = nativeDir;
        registry.onActivation(model -> reload());
    }

    /// The model, if one is loaded. Never waits: the first call starts loading in the background.
    public Optional<TowerModel> current() {
        if (!loaded) {
            loadInBackground();
        }
        return Optional.ofNullable(current);
    }

    /// The model; waits for it while the first one is being loaded.
    ///
    /// @throws ToriiException NO_MODEL when none is active; MODEL_DAMAGED when none that was active can be
    /// loaded; DATABASE_UNREACHABLE when it is not known which one is active
    public TowerModel require() {
        if (!loaded) {
            loadOnce();
        }
        TowerModel model = current;
        if (model != null) {
            return model;
        }
        PartHealth state = health;
        if (!loaded) {
            throw new ToriiException(
                    ErrorCode.DATABASE_UNREACHABLE, state.detail(), "Maybe ask again when the database answers.");
        }
        if (state.state() == PartState.DOWN) {
            throw new ToriiException(ErrorCode.MODEL_DAMAGED, state.detail(), "Maybe 'torii train' makes a new model.");
        }
        throw new ToriiException(
                ErrorCode.NO_MODEL, "No model is active yet.", "Maybe 'torii train' has not been run.");
    }

    /// Whether a model answers now; never waits and loads nothing.
    public boolean isLoaded() {
        return current != null;
    }

    /// How the model is: EMPTY when none was trained, DEGRADED when an older version answers for a damaged
    /// one.
    public PartHealth health() {
        return health;
    }

    /// Whether what answers is what shall answer: false while an older version, or none, stands in for a damaged
    /// one.
    public boolean isSound() {
        PartState state = health.state();
        return state == PartState.UP || state == PartState.EMPTY;
    }

    /// Starts loading in the background unless that was done; for servers, before the first request.
    public synchronized void loadInBackground() {
        if (!loaded && loader == null) {
            loader = Thread.ofPlatform().name("torii-model-loader").daemon(true).start(this::loadOnce);
        }
    }

    private void loadOnce() {
        loading.lock();
        try {
            if (!loaded) {
                load();
            }
        } finally {
            loader = loaded ? loader : null; // the next one who asks tries again
            loading.unlock();
        }
    }

    /// Loads what the registry says is active now. What answered before goes on answering when the registry
    /// does not.
    ///
    /// @return whether the registry answered; false: try again later
    public boolean reload() {
        loading.lock();
        try {
            return load();
        } finally {
            loading.unlock();
        }
    }

    private boolean load() {
        List<ModelVersion> versions;
        try {
            versions = registry.answering();
        } catch (ToriiException e) {
            LOG.warn("the active model is not known: {} {}", e.getMessage(), e.advice(), e);
            health = new PartHealth("model", current == null ? PartState.DOWN : PartState.DEGRADED, e.getMessage());
            return false;
        }
        try {
            if (versions.isEmpty() || versions.getFirst().state() != ModelState.ACTIVE) {
                current = null;
                health = new PartHealth("model", PartState.EMPTY, "no model is active yet");
                alerts.resolve(ALERT);
            } else {
                TensorFlowRuntime.load(nativeDir);
                loadFirstSound(versions);
            }
        } catch (ToriiException e) {
            LOG.warn("the active model cannot be loaded: {} {}", e.getMessage(), e.advice(), e);
            health = new PartHealth("model", PartState.DOWN, e.getMessage());
            alerts.raise(ALERT, AlertSeverity.CRITICAL, "No model can be loaded", e.getMessage());
        } finally {
            loaded = true;
        }
        return true;
    }

    private void loadFirstSound(List<ModelVersion> versions) {
        String problem = "";
        for (ModelVersion version : versions) {
            TowerModel present = current;
            boolean there = present != null && present.version().equals(version.version());
            try {
                if (!there) {
                    current = registry.load(version);
                }
                answers(version, problem);
                return;
            } catch (ToriiException e) {
                LOG.error("{} {}", e.getMessage(), e.advice(), e);
                problem = problem.isEmpty() ? e.getMessage() : problem;
            }
        }
        current = null;
        health = new PartHealth("model", PartState.DOWN, problem);
        alerts.raise(ALERT, AlertSeverity.CRITICAL, "No model can be loaded", problem);
    }

    private void answers(ModelVersion version, String problem) {
        if (problem.isEmpty()) {
            health = new PartHealth("model", PartState.UP, version.version());
            alerts.resolve(ALERT);
        } else {
            String detail = version.version() + " answers instead. " + problem;
            health = new PartHealth("model", PartState.DEGRADED, detail);
            alerts.raise(ALERT, AlertSeverity.WARNING, "The active model cannot be loaded", detail);
        }
    }
}
