package dev.torii.engine.embed.encoding;

import dev.torii.engine.database.Database;
import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.engine.jobs.ServingLoad;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Encodes videos soon after they were written, by whatever process, and those whose next try is due: it
/// looks twice a second. Of several processes on one database one does it.
///
/// The first encoding of a model's catalogue is left to a run: nothing is done while the model has no vector
/// at all.
public final class ArrivalEncoder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArrivalEncoder.class);
    private static final long INTERVAL_MILLIS = 500;

    private final Database database;
    private final Supplier<Optional<TowerModel>> model;
    private final ServingLoad load;
    private final Clock clock;
    private final Runnable written;
    private final Semaphore wake = new Semaphore(0);
    private final AtomicBoolean started = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable Arrivals followed;
    private String lastFailure = "";

    /// @param model the towers that answer; empty while there are none
    /// @param written called after vectors were written
    public ArrivalEncoder(
            Database database, Supplier<Optional<TowerModel>> model, ServingLoad load, Clock clock, Runnable written) {
        this.database = database;
        this.model = model;
        this.load = load;
        this.clock = clock;
        this.written = written;
        this.thread = Thread.ofPlatform().name("torii-arrivals").daemon(true).unstarted(this::run);
    }

    /// Begins to look, in the background, unless that was done.
    public void start() {
        if (!closed && started.compareAndSet(false, true)) {
            thread.start();
        }
    }

    /// Asks for a look at once.
    public void wake() {
        wake.release();
    }

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

    private void look() {
        try {
            Optional<TowerModel> towers = model.get();
            if (towers.isEmpty() || towers.get().dimension() != EncodingDimension.STORED) {
                return;
            }
            Arrivals present = followed;
            if (present == null || !present.modelVersion().equals(towers.get().version())) {
                present = new Arrivals(database, towers.get(), load, clock, () -> closed);
                followed = present;
            }
            if (present.encode() > 0) {
                written.run();
            }
            lastFailure = "";
        } catch (RuntimeException e) {
            String message = String.valueOf(e.getMessage());
            if (!closed && !message.equals(lastFailure)) {
                LOG.warn("new videos cannot be encoded now: {}", message, e);
                lastFailure = message;
            }
        }
    }
}
