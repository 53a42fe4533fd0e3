package dev.torii.engine.recommend.collaborative;

import dev.torii.engine.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What is popular now: the answer for users of whom nothing is known. A positive interaction counts half as much
/// after each half-life; the order does not depend on when it is asked for, only on how old interactions are
/// against each other, so a data set of long ago is ranked as it was at its end.
///
/// The ranking is kept in memory and read again when it is older than [#KEPT_FOR]. Safe for use by many threads.
public final class PopularVideos {
    /// 30 days: about 0.977 a day, the middle of what trending lists use (0.8 to 0.99 a day).
    public static final Duration HALF_LIFE = Duration.ofDays(30);

    /// How long a ranking is served before it is computed again.
    public static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final Database database;
    private final Clock clock;
    private final double minRating;
    private final Duration halfLife;
    private final PopularityDao dao = new PopularityDao();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Ranking kept;

    /// @param minRating a rating counts as liked from here
    public PopularVideos(Database database, Clock clock, double minRating, Duration halfLife) {
        if (halfLife.toSeconds() <= 0) {
            throw new IllegalArgumentException("half-life " + halfLife);
        }
        this.database = database;
        this.clock = clock;
        this.minRating = minRating;
        this.halfLife = halfLife;
    }

    /// All videos with any positive interaction, best first. However many ask when the ranking has become old, one
    /// of them reads it again; the others get the old one meanwhile.
    public List<VideoPopularity> ranking() {
        Ranking present = kept;
        if (present == null) {
            reading.lock();
        } else if (isFresh(present) || !reading.tryLock()) {
            return present.videos();
        }
        try {
            Ranking now = kept;
            return now != null && isFresh(now) ? now.videos() : read();
        } finally {
            reading.unlock();
        }
    }

    /// Reads the ranking from the database now.
    public List<VideoPopularity> refresh() {
        reading.lock();
        try {
            return read();
        } finally {
            reading.unlock();
        }
    }

    private List<VideoPopularity> read() {
        Instant now = clock.instant();
        List<VideoPopularity> videos =
                List.copyOf(database.asService(handle -> dao.decayed(handle, minRating, halfLife)));
        kept = new Ranking(videos, now);
        return videos;
    }

    private boolean isFresh(Ranking ranking) {
        return clock.instant().isBefore(ranking.readAt().plus(KEPT_FOR));
    }

    private record Ranking(List<VideoPopularity> videos, Instant readAt) {}
}
