package dev.torii.engine.ingest.sync;

import dev.torii.models.sync.QuarantinedItem;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// SQL of what was set aside.
final class QuarantineDao {
    void insert(Handle handle, List<QuarantinedItem> items) {
        if (items.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into public.quarantine (run_id, external_id, place, reason, raw, at)
                values (:run, :external, :place, :reason, :raw, :at)
                """);
        for (QuarantinedItem item : items) {
            batch.bind("run", item.runId())
                    .bindByType("external", withoutZeros(item.externalId()), String.class)
                    .bind("place", item.place())
                    .bind("reason", withoutZeros(item.reason()))
                    .bind("raw", withoutZeros(item.raw()))
                    .bind("at", item.at().atOffset(ZoneOffset.UTC))
                    .add();
        }
        batch.execute();
    }

    /// In the order in which they were set aside.
    List<QuarantinedItem> ofRun(Handle handle, UUID runId, int limit) {
        return handle.createQuery("select * from public.quarantine where run_id = :run order by id limit :limit")
                .bind("run", runId)
                .bind("limit", limit)
                .map((row, context) -> new QuarantinedItem(
                        row.getObject("run_id", UUID.class),
                        row.getString("external_id"),
                        row.getString("place"),
                        row.getString("reason"),
                        row.getString("raw"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// PostgreSQL's text cannot hold U+0000.
    private static @Nullable String withoutZeros(@Nullable String text) {
        return text == null ? null : text.replace("\0", "\\0");
    }
}
