package dev.torii.engine.ingest.sync;

import dev.torii.models.sync.SyncRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A span of release times, Japan time, that one query reads.
///
/// @param from inclusive; null: no bound
/// @param to inclusive; null: no bound
record SyncWindow(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {

    /// The windows that cover a request: one, which reads up to the ceiling of the API.
    static List<SyncWindow> of(SyncRequest request) {
        LocalDate first = request.from();
        LocalDate last = request.to();
        return List.of(new SyncWindow(
                first == null ? null : first.atStartOfDay(), last == null ? null : last.atTime(23, 59, 59)));
    }
}
