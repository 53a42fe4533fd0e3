package dev.torii.engine.embed.encoding;

import dev.torii.engine.database.ChangeMark;
import dev.torii.engine.database.Database;
import dev.torii.engine.embed.encoding.EncodingDao.VideoIds;
import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.ServingLoad;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The videos that arrive for one model. Used by one thread.
final class Arrivals {
    private static final int TOGETHER = 256;
    private static final int LOOK = 4_096;
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Database database;
    private final TowerModel towers;
    private final ServingLoad load;
    private final BooleanSupplier stopped;
    private final RetryQueue retries;
    private final EncodingDao dao = new EncodingDao();
    private @Nullable ChangeMark seen;

    /// @param stopped asked between batches
    Arrivals(Database database, TowerModel towers, ServingLoad load, Clock clock, BooleanSupplier stopped) {
        this.database = database;
        this.towers = towers;
        this.load = load;
        this.stopped = stopped;
        this.retries = new RetryQueue(database, towers.version(), clock);
    }

    String modelVersion() {
        return towers.version();
    }

    /// Encodes what arrived since the last call, and what is due for another try. The first call looks at the
    /// whole catalogue: something may have arrived while nobody looked. While another process is at it,
    /// nothing is done and nothing is forgotten.
    ///
    /// @return how many videos got a vector
    long encode() {
        ChangeMark now = database.asService(ChangeMark::now);
        ChangeMark since = seen;
        if (since == null && !hasVectors()) {
            return 0;
        }
        List<UUID> ids = since == null ? backlog() : arrived(since);
        List<UUID> due = retries.due(TOGETHER);
        if (ids.isEmpty() && due.isEmpty()) {
            seen = now;
            return 0;
        }
        return database.asService(handle -> {
            if (!dao.claim(handle, "torii arrivals " + towers.version())) {
                return 0L;
            }
            List<UUID> wanted = new ArrayList<>(due);
            wanted.addAll(retries.without(ids));
            long encoded = encode(wanted);
            if (!stopped.getAsBoolean()) {
                seen = now;
            }
            return encoded;
        });
    }

    private long encode(List<UUID> ids) {
        VideoEncoding encoding = new VideoEncoding(database, towers, JobContext.unwatched());
        for (int from = 0; from < ids.size() && !stopped.getAsBoolean(); from += TOGETHER) {
            load.giveWay(PATIENCE);
            encoding.some(ids.subList(from, Math.min(ids.size(), from + TOGETHER)));
        }
        retries.add(encoding.takeFailures());
        retries.forgetEncoded();
        return encoding.encoded();
    }

    private boolean hasVectors() {
        return database.asService(handle -> dao.hasVectors(handle, towers.version()));
    }

    private List<UUID> arrived(ChangeMark since) {
        return database.asService(handle -> dao.arrived(handle, towers.version(), since));
    }

    private List<UUID> backlog() {
        List<UUID> ids = new ArrayList<>();
        UUID last = null;
        VideoIds found;
        do {
            UUID after = last;
            found = database.asService(handle -> dao.staleVideos(handle, towers.version(), after, LOOK));
            ids.addAll(found.wanted());
            last = found.last();
        } while (found.looked() == LOOK && !stopped.getAsBoolean());
        return ids;
    }
}
