package dev.torii.engine.catalog;

import dev.torii.models.catalog.CatalogCounts;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads the catalogue.
public final class CatalogService {
    public CatalogCounts counts() {
        throw new IllegalStateException("not wired yet");
    }

    /// A video by UUID or external id.
    public Optional<Video> find(String idOrExternalId) {
        throw new IllegalStateException("not wired yet");
    }

    /// The videos of these ids that exist, in the order of `ids`.
    public List<Video> findAll(Collection<UUID> ids) {
        throw new IllegalStateException("not wired yet");
    }

    /// Videos whose title holds `text` (case-insensitive, NFKC); all when it is blank.
    public List<Video> search(String text, int limit) {
        throw new IllegalStateException("not wired yet");
    }

    /// Distinct names of one kind, most used first.
    public List<String> termNames(TermKind kind, int limit) {
        throw new IllegalStateException("not wired yet");
    }
}
