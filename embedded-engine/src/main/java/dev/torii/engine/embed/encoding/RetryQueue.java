package dev.torii.engine.embed.encoding;

import dev.torii.engine.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The videos of one model whose encoding failed. Each is tried again after one minute, four, sixteen and so
/// on; after the sixth failure it is given up, with its reason, until it changes.
final class RetryQueue {
    static final int MOST_ATTEMPTS = 6;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final int LONGEST_REASON = 500;

    private final Database database;
    private final String modelVersion;
    private final Clock clock;
    private final RetryDao dao = new RetryDao();

    RetryQueue(Database database, String modelVersion, Clock clock) {
        this.database = database;
        this.modelVersion = modelVersion;
        this.clock = clock;
    }

    void add(Collection<EncodingFailure> failures) {
        if (failures.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        database.useService(handle -> {
            for (EncodingFailure failure : failures) {
                int attempts = 1 + dao.attempts(handle, modelVersion, failure.videoId(), failure.videoRevision());
                String reason = failure.reason();
                EncodingFailure kept = new EncodingFailure(
                        failure.videoId(),
                        failure.videoRevision(),
                        reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
                dao.put(handle, modelVersion, kept, attempts, now, next(now, attempts));
            }
        });
    }

    /// Forgets those that have a vector by now.
    void forgetEncoded() {
        database.asService(handle -> dao.forgetEncoded(handle, modelVersion));
    }

    /// `ids` without those that failed as they are now: they have their own time.
    List<UUID> without(Collection<UUID> ids) {
        Set<UUID> known = database.asService(handle -> dao.known(handle, modelVersion, ids));
        return ids.stream().filter(id -> !known.contains(id)).toList();
    }

    /// The videos whose time has come.
    List<UUID> due(int limit) {
        return database.asService(handle -> dao.due(handle, modelVersion, clock.instant(), limit));
    }

    /// When to try again after so many failures; null: not any more.
    static @Nullable Instant next(Instant now, int attempts) {
        return attempts >= MOST_ATTEMPTS ? null : now.plus(FIRST.multipliedBy(1L << (2 * (attempts - 1))));
    }
}
