package dev.torii.engine.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/// One user of a home's PostgreSQL: a lock on a file of its own, freed by the operating system when the process
/// dies. Entering, leaving and looking around happen behind the [HomeDoor] only.
final class HomeGuest {
    private static final String SUFFIX = ".guest";

    private final Path folder;
    private final Path file;
    private final FileChannel channel;

    private HomeGuest(Path folder, Path file, FileChannel channel) {
        this.folder = folder;
        this.file = file;
        this.channel = channel;
    }

    static HomeGuest enter(Path folder) throws IOException {
        Path file = folder.resolve(processName() + "-" + UUID.randomUUID() + SUFFIX);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        return new HomeGuest(folder, file, channel);
    }

    /// Whether anybody else uses the home. Files of the dead are swept away.
    boolean hasCompany() throws IOException {
        boolean company = false;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path other :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                company |= !other.equals(file) && isAlive(other);
            }
        }
        return company;
    }

    /// Leaves the home.
    void leave() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /// A file of this very process is judged by its name alone: opening and closing it would free its lock.
    private static boolean isAlive(Path other) throws IOException {
        if (other.getFileName().toString().startsWith(processName() + "-")) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(other, StandardOpenOption.WRITE)) {
            try (FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    return true;
                }
            }
        }
        Files.deleteIfExists(other);
        return false;
    }

    /// Process ids are used again after a restart, above all in containers; with the start time the name is unique.
    private static String processName() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + "-"
                + self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
