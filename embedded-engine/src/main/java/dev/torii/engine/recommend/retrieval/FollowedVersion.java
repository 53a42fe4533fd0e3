package dev.torii.engine.recommend.retrieval;

import dev.torii.engine.database.ChangeMark;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Follows the vectors of one model version. Used by one thread at a time.
///
/// A few changes become a small segment beside the loaded one. Many changes are loaded together: when they have
/// calmed down, when they are a quarter of all, or after half a minute (ten times as long as the last load took,
/// where that is longer), whichever comes first; so a run that encodes a whole catalogue does not load it over and
/// over again.
final class FollowedVersion {
    private static final int MOST_RECENT_ROWS = 20_000;
    private static final int WORTH_A_FILE = 1_000;
    private static final long LONGEST_WAIT_NANOS = Duration.ofSeconds(30).toNanos();

    private final IndexSource source;
    private final SegmentFiles files;
    private final SearchSettings settings;
    private final String version;
    private final int dimension;
    private @Nullable Followed followed;
    private long waiting;
    private long loadTookNanos;

    /// @param recent what changed since the last load
    /// @param mark the moment up to which `snapshot` is complete
    private record Followed(VectorSnapshot snapshot, RecentChanges recent, ChangeMark mark, long loadedNanos) {}

    FollowedVersion(IndexSource source, SegmentFiles files, SearchSettings settings, String version, int dimension) {
        this.source = source;
        this.files = files;
        this.settings = settings;
        this.version = version;
        this.dimension = dimension;
    }

    String version() {
        return version;
    }

    /// Changes that were seen and are not in the snapshot yet.
    long waiting() {
        return waiting;
    }

    /// Opens the file of an earlier process where it is sound and can be brought up to date, and loads from the
    /// database otherwise.
    ///
    /// @param rows how many vectors the database holds
    VectorSnapshot open(long rows) throws IOException {
        Optional<VectorSnapshot> file = files.newest(version);
        if (file.isPresent()
                && file.get().dimension() == dimension
                && file.get().watermark() <= Watermarks.of(source.mark())) {
            begin(file.get(), Watermarks.mark(file.get().watermark()));
            VectorSnapshot caughtUp = catchUp();
            if (caughtUp.rowCount() == rows) {
                return caughtUp;
            }
        }
        return load();
    }

    /// Brings the snapshot up to date.
    VectorSnapshot catchUp() throws IOException {
        Followed present = followed;
        if (present == null) {
            return load();
        }
        VectorSnapshot snapshot = present.snapshot();
        IndexSource.Changes since = source.changes(version, present.mark());
        List<UUID> gone = since.gone().stream().filter(snapshot::contains).toList();
        if (present.recent().size() + since.written().size() > MOST_RECENT_ROWS) {
            return loadWhenWorthIt(present, since.written().size());
        }
        waiting = 0;
        if (since.written().isEmpty() && gone.isEmpty()) {
            followed = new Followed(snapshot, present.recent(), since.mark(), present.loadedNanos());
            return present.recent().size() > Math.max(WORTH_A_FILE, snapshot.rowCount() / 10) ? load() : snapshot;
        }
        VectorSnapshot next =
                present.recent().apply(source.rows(version, since.written()), gone, Watermarks.of(since.mark()));
        followed = new Followed(next, present.recent(), since.mark(), present.loadedNanos());
        return next;
    }

    private VectorSnapshot loadWhenWorthIt(Followed present, int pending) throws IOException {
        boolean calm = pending == waiting;
        boolean many = pending > present.snapshot().rowCount() / 4;
        boolean late = System.nanoTime() - present.loadedNanos() > Math.max(LONGEST_WAIT_NANOS, 10 * loadTookNanos);
        waiting = pending;
        return calm || many || late ? load() : present.snapshot();
    }

    private VectorSnapshot load() throws IOException {
        long begun = System.nanoTime();
        try (SegmentFiles.Draft draft = files.begin(dimension)) {
            ChangeMark mark = source.readAll(version, draft.loader());
            VectorSnapshot loaded = draft.publish(version, Watermarks.of(mark));
            begin(loaded, mark);
            loadTookNanos = System.nanoTime() - begun;
            return loaded;
        }
    }

    private void begin(VectorSnapshot loaded, ChangeMark mark) {
        followed = new Followed(loaded, new RecentChanges(loaded, settings), mark, System.nanoTime());
        waiting = 0;
    }
}
