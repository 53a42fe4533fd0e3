package dev.torii.engine.embed.registry;

import dev.torii.engine.database.AuditDao;
import dev.torii.engine.database.Database;
import dev.torii.engine.database.InstallationDao;
import dev.torii.engine.embed.serving.ModelFolder;
import dev.torii.engine.embed.serving.ServedTowers;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.monitoring.AuditEntry;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Model versions: rows in the database, files with checksums under the home folder. Safe for use by many threads
/// and processes: which version is active is one row, changed under a lock, and every change is in the audit
/// log.
public final class ModelRegistry {
    private static final int MOST_AUDITED = 100;
    private static final String SERVICE = "service";

    private final Database database;
    private final ModelDao dao;
    private final AuditDao audit = new AuditDao();
    private final Path folder;
    private final Clock clock;
    private final List<Consumer<ModelVersion>> listeners = new CopyOnWriteArrayList<>();

    /// @param home files of version V lie in `home/models/V`
    public ModelRegistry(Database database, ModelDao dao, Path home, Clock clock) {
        this.database = database;
        this.dao = dao;
        this.folder = home.resolve("models");
        this.clock = clock;
    }

    /// The folder with a folder for each version.
    public Path folder() {
        return folder;
    }

    /// The folder of a version, whether it exists or not.
    public Path folder(String version) {
        return folder.resolve(version);
    }

    /// The identity of the database.
    UUID installation() {
        return database.asService(new InstallationDao()::id);
    }

    /// Newest first.
    public List<ModelVersion> list() {
        return database.asService(dao::list);
    }

    public Optional<ModelVersion> find(String version) {
        return database.asService(handle -> dao.find(handle, version));
    }

    public Optional<ModelVersion> active() {
        return database.asService(dao::active);
    }

    /// The active version and those that were active before, the latest first, those that were rolled back last:
    /// what may answer, in this order.
    public List<ModelVersion> answering() {
        return database.asService(handle -> {
            List<ModelVersion> versions =
                    new ArrayList<>(dao.active(handle).stream().toList());
            versions.addAll(dao.retired(handle));
            versions.addAll(dao.rolledBack(handle));
            return versions;
        });
    }

    /// Loads the towers of a version. TensorFlow must have been loaded before.
    ///
    /// @throws ToriiException MODEL_DAMAGED when its row or a file of it is missing, changed or unreadable
    public ServedTowers load(ModelVersion model) {
        requireReadable(model);
        return ServedTowers.load(model.version(), model.dimension(), folder(model.version()), model.files());
    }

    /// Adds a version whose files are in place.
    public void register(ModelVersion model) {
        register(model, Map.of());
    }

    /// The same, with the weights of the linear model of the same data, which stands in when no towers can be
    /// loaded.
    public void register(ModelVersion model, Map<String, Double> simpleWeights) {
        database.useService(handle -> {
            dao.insert(handle, model);
            dao.keepSimpleWeights(handle, model.version(), simpleWeights);
        });
    }

    /// The weights of the linear model of the version that answers, or else of the newest that has some; empty when
    /// none has.
    public Map<String, Double> simpleWeights() {
        return database.asService(dao::simpleWeights);
    }

    /// Makes `version` the one that answers, after its files were verified.
    ///
    /// @throws ToriiException NOT_FOUND; VIOLATION when it did not pass its gate; MODEL_DAMAGED
    public ModelVersion activate(String version) {
        return activate(version, SERVICE);
    }

    /// @param actor who does it, for the audit log
    public ModelVersion activate(String version, String actor) {
        ModelVersion model = require(version);
        if (model.state() == ModelState.REJECTED) {
            throw new ToriiException(
                    ErrorCode.VIOLATION,
                    "Model " + version + " did not pass its gate: " + model.gateReason(),
                    "Maybe train again with other settings, or force it with a reason: torii models activate " + version
                            + " --force --reason TEXT.");
        }
        return switchTo(model, null, clock.instant(), entry(actor, "model.activate", version, null));
    }

    /// Makes `version` the one that answers although it may have been rejected.
    ///
    /// @param reason in the actor's words; kept in the audit log
    /// @throws ToriiException INVALID_VALUE without a reason; NOT_FOUND; MODEL_DAMAGED
    public ModelVersion force(String version, String actor, String reason) {
        if (reason.isBlank()) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "Forcing model " + version + " needs a reason, and none was given.",
                    "Maybe --reason \"why it may answer although its gate says no\".");
        }
        return switchTo(require(version), null, clock.instant(), entry(actor, "model.force", version, reason.strip()));
    }

    /// Makes the previously active version active again. A second rollback goes one further back; what was rolled
    /// back is not come back to.
    ///
    /// @throws ToriiException CONFLICT when nothing was active before; MODEL_DAMAGED
    public ModelVersion rollback() {
        return rollback(SERVICE, null);
    }

    /// @param actor who does it, for the audit log
    /// @param from what to roll back; when another version is active nothing happens, so that repeating the call
    /// does no harm. Null: whatever is active
    public ModelVersion rollback(String actor, @Nullable String from) {
        Rollback planned = database.asService(handle ->
                new Rollback(dao.active(handle), dao.retired(handle).stream().findFirst()));
        if (from != null
                && planned.active().isPresent()
                && !planned.active().get().version().equals(from)) {
            require(from);
            return planned.active().get();
        }
        ModelVersion previous = planned.previous()
                .orElseThrow(() -> new ToriiException(
                        ErrorCode.CONFLICT,
                        "No version was active before the present one.",
                        "Maybe 'torii models list' shows a version to activate."));
        String away = planned.active().map(ModelVersion::version).orElse(null);
        String why = away == null ? null : "from " + away;
        return switchTo(previous, away, null, entry(actor, "model.rollback", previous.version(), why));
    }

    private record Rollback(Optional<ModelVersion> active, Optional<ModelVersion> previous) {}

    /// @param rolledBack the version that must be active still, and is not come back to; null: any
    /// @param at null: the moment of its earlier activation stays
    private ModelVersion switchTo(
            ModelVersion model, @Nullable String rolledBack, @Nullable Instant at, AuditEntry noted) {
        requireReadable(model);
        List<String> problems = ModelFolder.verify(folder(model.version()), model.files());
        if (!problems.isEmpty()) {
            throw ServedTowers.damaged(model.version(), String.join(" ", problems), null);
        }
        ModelVersion active = database.asService(handle -> {
            boolean wasActive = dao.active(handle)
                    .filter(present -> present.version().equals(model.version()))
                    .isPresent();
            ModelVersion now = rolledBack == null
                    ? dao.activate(handle, model.version(), at)
                    : dao.rollback(handle, rolledBack, model.version());
            if (!wasActive) {
                audit.write(handle, noted);
            }
            return now;
        });
        listeners.forEach(listener -> listener.accept(active));
        return active;
    }

    private AuditEntry entry(String actor, String action, String version, @Nullable String reason) {
        return new AuditEntry(clock.instant(), actor, action, version, reason);
    }

    /// What was done to a version, newest first.
    public List<AuditEntry> audit(String version) {
        return database.asService(handle -> audit.ofTarget(handle, version, MOST_AUDITED));
    }

    /// Compares the files with their checksums.
    ///
    /// @return what is wrong, a sentence each; empty when nothing is
    /// @throws ToriiException NOT_FOUND
    public List<String> verify(String version) {
        ModelVersion model = require(version);
        String damage = model.damage();
        List<String> problems = new ArrayList<>(damage == null ? List.of() : List.of(damage));
        problems.addAll(ModelFolder.verify(folder(version), model.files()));
        return problems;
    }

    private static void requireReadable(ModelVersion model) {
        String damage = model.damage();
        if (damage != null) {
            throw ServedTowers.damaged(model.version(), damage, null);
        }
    }

    private ModelVersion require(String version) {
        return find(version)
                .orElseThrow(() -> new ToriiException(
                        ErrorCode.NOT_FOUND,
                        "There is no model version " + version + ".",
                        "Maybe 'torii models list' shows the one you mean."));
    }

    /// Calls `listener` after another version became active, on the thread that activated it.
    public void onActivation(Consumer<ModelVersion> listener) {
        listeners.add(listener);
    }
}
