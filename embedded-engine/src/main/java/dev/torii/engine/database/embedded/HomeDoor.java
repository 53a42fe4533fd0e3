package dev.torii.engine.database.embedded;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One at a time may start, bring up to date or stop a home's PostgreSQL: whoever holds the door's lock. The
/// operating system frees it when its holder dies, however it dies.
final class HomeDoor implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final FileChannel channel;

    private HomeDoor(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits for the door.
    ///
    /// @throws ToriiException HOME_UNUSABLE when somebody else holds it for longer than `patience`
    static HomeDoor enter(Path folder, Duration patience) {
        Path file = folder.resolve("door.lock");
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (tryLock(channel) == null) {
                if (System.nanoTime() > deadline) {
                    channel.close();
                    throw new ToriiException(
                            ErrorCode.HOME_UNUSABLE,
                            "Another Torii process has been starting or stopping the database of %s for more than %d s."
                                    .formatted(folder.getParent(), patience.toSeconds()),
                            "Maybe wait until it is done, or end it.");
                }
                Thread.sleep(PAUSE);
            }
            return new HomeDoor(channel);
        } catch (IOException e) {
            throw new ToriiException(
                    ErrorCode.HOME_UNUSABLE,
                    "The lock file %s cannot be used: %s.".formatted(file, e.getMessage()),
                    "Maybe the folder lies on a file system without locks: choose another with --home.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToriiException(ErrorCode.CANCELLED, "Interrupted while waiting for the home folder.", "", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // a thread of this process holds it
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ToriiException(
                    ErrorCode.HOME_UNUSABLE, "The lock file cannot be closed: " + e.getMessage(), "", e);
        }
    }
}
