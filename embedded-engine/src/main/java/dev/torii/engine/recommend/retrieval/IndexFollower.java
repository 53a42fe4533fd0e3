package dev.torii.engine.recommend.retrieval;

import dev.torii.engine.database.Database;
import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the vectors in this process in step with the database: it looks every second, and at once when it is
/// woken.
///
/// When another model becomes active its vectors are loaded beside the present ones, which answer until then; the
/// change is one reference. While the new model has vectors for clearly fewer videos than the old one, the old one
/// keeps answering, and its changes are followed still.
public final class IndexFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final long INTERVAL_MILLIS = 1_000;
    private static final double ENOUGH = 0.9;

    private final IndexSource source;
    private final IndexModels models;
    private final SegmentFiles files;
    private final SearchSettings settings;
    private final Semaphore wake = new Semaphore(0);
    private final CountDownLatch looked = new CountDownLatch(1);
    private final AtomicBoolean started = new AtomicBoolean();
    private final Thread thread;
    private volatile IndexStatus status = new IndexStatus(PartState.STARTING, 0, "not loaded yet");
    private volatile @Nullable VectorSnapshot current;
    private volatile boolean closed;
    private @Nullable FollowedVersion followed;
    private String lastFailure = "";

    /// @param activeModel asked at every look
    public IndexFollower(
            Database database,
            Supplier<Optional<IndexedModel>> activeModel,
            SegmentFiles files,
            SearchSettings settings) {
        this(database, IndexModels.of(activeModel), files, settings);
    }

    /// @param models asked at every look; those that were active before answer while the active one has no vectors
    public IndexFollower(Database database, IndexModels models, SegmentFiles files, SearchSettings settings) {
        this.source = new IndexSource(database);
        this.models = models;
        this.files = files;
        this.settings = settings;
        this.thread = Thread.ofPlatform().name("torii-index").daemon(true).unstarted(this::run);
    }

    /// Begins to follow, in the background, unless that was done.
    public void start() {
        if (!closed && started.compareAndSet(false, true)) {
            thread.start();
        }
    }

    /// The vectors that answer now; empty while there are none.
    public Optional<VectorSnapshot> current() {
        return Optional.ofNullable(current);
    }

    public IndexStatus status() {
        return status;
    }

    public PartHealth health() {
        IndexStatus now = status;
        return new PartHealth("index", now.state(), now.detail());
    }

    /// Asks for a look at the database soon.
    public void wake() {
        wake.release();
    }

    /// Looks at the database now and returns when what it holds can be found.
    public void catchUp() {
        look();
    }

    /// Waits for the end of the first look.
    ///
    /// @return whether it ended in time
    public boolean awaitFirstLook(Duration most) {
        try {
            return looked.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Ends the following; what was loaded stays usable by those who hold it.
    @Override
    public void close() {
        closed = true;
        wake.release();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            look();
            try {
                wake.tryAcquire(INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
                wake.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void look() {
        if (closed) {
            return;
        }
        try {
            follow();
            lastFailure = "";
        } catch (IOException | RuntimeException e) {
            failed(e);
        } finally {
            looked.countDown();
        }
    }

    private void follow() throws IOException {
        Optional<IndexedModel> active = models.active();
        if (active.isEmpty()) {
            publish(null, null, new IndexStatus(PartState.EMPTY, 0, "no model is active"));
            return;
        }
        FollowedVersion present = followed;
        IndexedModel model = active.get();
        if (present == null || !present.version().equals(model.version())) {
            change(model);
        } else {
            VectorSnapshot snapshot = present.catchUp();
            publish(present, snapshot, up(present, snapshot));
        }
    }

    private void change(IndexedModel model) throws IOException {
        long rows = source.count(model.version());
        FollowedVersion old = followed;
        VectorSnapshot answering = old == null ? null : old.catchUp();
        Optional<IndexedModel> fuller = answering == null ? fuller(rows) : Optional.empty();
        if (fuller.isPresent()) {
            FollowedVersion earlier = new FollowedVersion(
                    source,
                    files,
                    settings,
                    fuller.get().version(),
                    fuller.get().dimension());
            VectorSnapshot snapshot = earlier.open(source.count(earlier.version()));
            publish(earlier, snapshot, waiting(snapshot, model, rows));
        } else if (rows == 0 && answering == null) {
            status = new IndexStatus(PartState.EMPTY, 0, "no video has a vector of model " + model.version());
        } else if (answering != null && rows < ENOUGH * answering.rowCount()) {
            publish(old, answering, waiting(answering, model, rows));
        } else {
            FollowedVersion next = new FollowedVersion(source, files, settings, model.version(), model.dimension());
            VectorSnapshot snapshot = next.open(rows);
            LOG.info("the index holds {} vectors of model {}", snapshot.rowCount(), model.version());
            publish(next, snapshot, up(next, snapshot));
        }
    }

    /// An earlier model that has clearly more vectors than the active one and can answer: after a start in the
    /// middle of a change it goes on as it would have without the start.
    private Optional<IndexedModel> fuller(long rows) {
        return models.earlier().stream()
                .filter(earlier -> rows < ENOUGH * source.count(earlier.version()))
                .filter(earlier -> models.canAnswer(earlier.version()))
                .findFirst();
    }

    private static IndexStatus waiting(VectorSnapshot answering, IndexedModel model, long rows) {
        String detail = "model %s answers until %s has vectors: %d of %d"
                .formatted(answering.modelVersion(), model.version(), rows, answering.rowCount());
        return new IndexStatus(PartState.DEGRADED, answering.rowCount(), detail);
    }

    private static IndexStatus up(FollowedVersion version, VectorSnapshot snapshot) {
        String waiting = version.waiting() == 0 ? "" : ", %d changes are being loaded".formatted(version.waiting());
        return new IndexStatus(
                PartState.UP,
                snapshot.rowCount(),
                "%d vectors of model %s%s".formatted(snapshot.rowCount(), snapshot.modelVersion(), waiting));
    }

    private void publish(@Nullable FollowedVersion version, @Nullable VectorSnapshot snapshot, IndexStatus now) {
        followed = version;
        current = snapshot;
        status = now;
    }

    private void failed(Exception failure) {
        String message = failure instanceof ToriiException known
                ? known.getMessage()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        if (closed) {
            return;
        }
        if (!message.equals(lastFailure)) {
            LOG.warn("the index cannot follow the database: {}", message, failure);
            lastFailure = message;
        }
        VectorSnapshot answering = current;
        status = answering == null
                ? new IndexStatus(PartState.DOWN, 0, message)
                : new IndexStatus(
                        PartState.DEGRADED, answering.rowCount(), "answers as of an earlier moment: " + message);
    }
}
