package dev.torii.engine.recommend.retrieval;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The models whose vectors the index may hold.
public interface IndexModels {
    /// The one that shall answer; empty when no model is active.
    Optional<IndexedModel> active();

    /// Those that were active before, the latest first.
    List<IndexedModel> earlier();

    /// Whether the towers of an earlier one can encode users.
    boolean canAnswer(String version);

    /// Of an index that knows the active one alone.
    static IndexModels of(Supplier<Optional<IndexedModel>> active) {
        return new IndexModels() {
            @Override
            public Optional<IndexedModel> active() {
                return active.get();
            }

            @Override
            public List<IndexedModel> earlier() {
                return List.of();
            }

            @Override
            public boolean canAnswer(String version) {
                return false;
            }
        };
    }
}
