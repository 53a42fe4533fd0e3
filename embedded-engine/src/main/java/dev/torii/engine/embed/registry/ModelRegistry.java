package dev.torii.engine.embed.registry;

import dev.torii.engine.database.Database;
import dev.torii.engine.embed.serving.ModelFolder;
import dev.torii.engine.embed.serving.ServedTowers;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Model versions: rows in the database, files with checksums under the home folder. Safe for use by many threads.
public final class ModelRegistry {
    private final Database database;
    private final ModelDao dao;
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

    /// The active version and those that were active before, the latest first: what may answer, in this order.
    public List<ModelVersion> answering() {
        return database.asService(handle -> {
            List<ModelVersion> versions =
                    new ArrayList<>(dao.active(handle).stream().toList());
            versions.addAll(dao.retired(handle));
            return versions;
        });
    }

    /// Adds a version whose files are in place.
    public void register(ModelVersion model) {
        database.useService(handle -> dao.insert(handle, model));
    }

    /// Makes `version` the one that answers, after its files were verified.
    ///
    /// @throws ToriiException NOT_FOUND; VIOLATION when it did not pass its gate; MODEL_DAMAGED
    public ModelVersion activate(String version) {
        ModelVersion model = require(version);
        if (model.state() == ModelState.REJECTED) {
            throw new ToriiException(
                    ErrorCode.VIOLATION,
                    "Model " + version + " did not pass its gate: " + model.gateReason(),
                    "Maybe train again with other settings, or activate another version.");
        }
        return switchTo(model, clock.instant());
    }

    /// Makes the previously active version active again. A second rollback goes one further back.
    ///
    /// @throws ToriiException CONFLICT when nothing was active before; MODEL_DAMAGED
    public ModelVersion rollback() {
        ModelVersion previous = database.asService(handle -> {
                    Instant limit =
                            dao.active(handle).map(ModelVersion::activatedAt).orElse(Instant.MAX);
                    return dao.retired(handle).stream()
                            .filter(model -> isBefore(model.activatedAt(), limit))
                            .findFirst();
                })
                .orElseThrow(() -> new ToriiException(
                        ErrorCode.CONFLICT,
                        "No version was active before the present one.",
                        "Maybe 'torii models list' shows a version to activate."));
        return switchTo(previous, null);
    }

    private static boolean isBefore(@Nullable Instant moment, Instant limit) {
        return moment != null && moment.isBefore(limit);
    }

    private ModelVersion switchTo(ModelVersion model, @Nullable Instant at) {
        List<String> problems = ModelFolder.verify(folder(model.version()), model.files());
        if (!problems.isEmpty()) {
            throw ServedTowers.damaged(model.version(), String.join(" ", problems), null);
        }
        ModelVersion active = database.asService(handle -> dao.activate(handle, model.version(), at));
        listeners.forEach(listener -> listener.accept(active));
        return active;
    }

    /// Compares the files with their checksums.
    ///
    /// @return what is wrong, a sentence each; empty when nothing is
    /// @throws ToriiException NOT_FOUND
    public List<String> verify(String version) {
        return ModelFolder.verify(folder(version), require(version).files());
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
