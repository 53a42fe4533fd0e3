package dev.torii.engine.embed.registry;

import dev.torii.models.embedding.ModelVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Model versions: rows in the database, files with checksums under the home folder.
public final class ModelRegistry {
    /// Newest first.
    public List<ModelVersion> list() {
        throw new IllegalStateException("not wired yet");
    }

    public Optional<ModelVersion> find(String version) {
        throw new IllegalStateException("not wired yet");
    }

    public Optional<ModelVersion> active() {
        throw new IllegalStateException("not wired yet");
    }

    /// Makes `version` the one that answers, after its files were verified.
    public ModelVersion activate(String version) {
        throw new IllegalStateException("not wired yet");
    }

    /// Makes the previously active version active again.
    public ModelVersion rollback() {
        throw new IllegalStateException("not wired yet");
    }

    /// Compares the files with their checksums.
    ///
    /// @return what is wrong, a sentence each; empty when nothing is
    public List<String> verify(String version) {
        throw new IllegalStateException("not wired yet");
    }

    /// Calls `listener` after another version became active.
    public void onActivation(Consumer<ModelVersion> listener) {
        throw new IllegalStateException("not wired yet");
    }
}
