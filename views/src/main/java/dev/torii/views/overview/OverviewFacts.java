package dev.torii.views.overview;

import dev.torii.models.catalog.CatalogCounts;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.sync.SyncRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the overview shows, read at one moment.
///
/// @param activeModel null while none is active
/// @param newestModel the one that was trained last, active or not; null before the first training
/// @param lastRun the newest import or synchronisation; null before the first
public record OverviewFacts(
        CatalogCounts counts,
        @Nullable ModelVersion activeModel,
        @Nullable ModelVersion newestModel,
        List<PartHealth> health,
        @Nullable SyncRun lastRun) {

    public OverviewFacts {
        health = List.copyOf(health);
    }
}
