package dev.torii.engine.ingest.sync;

import dev.torii.engine.database.Database;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/// A source's lock in the database, held by a transaction on a thread of its own until it is closed; when the
/// process dies, the database lets go of it.
final class SourceLock implements AutoCloseable {
    private static final long SIGN_OF_LIFE_SECONDS = 20;

    private final CountDownLatch release = new CountDownLatch(1);
    private final CompletableFuture<Boolean> taken = new CompletableFuture<>();
    private final Thread holder;

    private SourceLock(Database database, SyncRunDao runs, String source) {
        this.holder = Thread.ofPlatform()
                .daemon(true)
                .name("torii-lock-" + source)
                .unstarted(() -> hold(database, runs, source));
    }

    /// @throws ToriiException CONFLICT when somebody else holds it
    static SourceLock take(Database database, SyncRunDao runs, String source) {
        SourceLock lock = new SourceLock(database, runs, source);
        lock.holder.start();
        try {
            if (lock.taken.join()) {
                return lock;
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
        throw new ToriiException(
                ErrorCode.CONFLICT,
                "A run of the source " + source + " is under way already.",
                "Maybe wait for it, or cancel it: the list of runs says when it started.");
    }

    private void hold(Database database, SyncRunDao runs, String source) {
        try {
            database.useService((Handle handle) -> {
                boolean locked = runs.tryLock(handle, source);
                taken.complete(locked);
                while (locked && !release.await(SIGN_OF_LIFE_SECONDS, TimeUnit.SECONDS)) {
                    runs.stayAlive(handle);
                }
            });
        } catch (Exception e) {
            taken.completeExceptionally(e); // later on nobody listens: without its database the run ends by itself
        }
    }

    @Override
    public void close() {
        release.countDown();
        try {
            holder.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
