package dev.torii.engine.recommend.retrieval;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The mapped files of snapshots in one folder. They are derived data: a damaged or foreign one is deleted and the
/// caller loads from the database again. A file appears under its name when it is complete, never before.
public final class SegmentFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentFiles.class);
    private static final String SUFFIX = ".vectors";
    private static final String UNFINISHED = ".unfinished";
    /// No file is in the making for longer: its process died.
    private static final Duration ABANDONED_AFTER = Duration.ofHours(6);

    private final Path folder;
    private final SearchSettings settings;

    public SegmentFiles(Path folder, SearchSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /// The newest sound file of a model version; checks its contents against the checksums.
    public Optional<VectorSnapshot> newest(String modelVersion) {
        VectorSnapshot best = null;
        for (Path file : files(SUFFIX)) {
            try {
                VectorSegment segment = open(file);
                if (segment.header().modelVersion().equals(modelVersion)
                        && (best == null || segment.header().watermark() > best.watermark())) {
                    best = VectorLoader.snapshot(segment, settings);
                }
            } catch (IOException | RuntimeException e) {
                LOG.warn("the vector file {} is not usable and is built again: {}", file, e.getMessage());
                delete(file);
            }
        }
        return Optional.ofNullable(best);
    }

    /// Begins a new file.
    public Draft begin(int dimension) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(UUID.randomUUID() + UNFINISHED);
        return new Draft(file, new VectorLoader(dimension, settings, bytes -> {
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, Arena.ofAuto());
            }
        }));
    }

    /// A file in the making.
    public final class Draft implements AutoCloseable {
        private final Path file;
        private final VectorLoader loader;

        private Draft(Path file, VectorLoader loader) {
            this.file = file;
            this.loader = loader;
        }

        public VectorLoader loader() {
            return loader;
        }

        /// Completes the file, gives it its name and deletes the others; not those that another process on the same
        /// home may be making at this moment.
        public VectorSnapshot publish(String modelVersion, long watermark) throws IOException {
            VectorSnapshot snapshot = loader.finish(modelVersion, watermark);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Path named = folder.resolve(UUID.randomUUID() + SUFFIX);
            Files.move(file, named, StandardCopyOption.ATOMIC_MOVE);
            Stream.concat(files(SUFFIX).stream(), files(UNFINISHED).stream().filter(SegmentFiles::isAbandoned))
                    .filter(other -> !other.equals(named))
                    .forEach(SegmentFiles::delete);
            return snapshot;
        }

        /// Deletes what was not published.
        @Override
        public void close() {
            delete(file);
        }
    }

    private static VectorSegment open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment data = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
            SegmentHeader.read(data).verifyBody(data);
            return VectorSegment.open(data);
        }
    }

    private List<Path> files(String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .toList();
        } catch (IOException e) {
            LOG.warn("the folder {} of the vector files cannot be read: {}", folder, e.getMessage());
            return List.of();
        }
    }

    private static boolean isAbandoned(Path unfinished) {
        try {
            Instant written = Files.getLastModifiedTime(unfinished).toInstant();
            return written.isBefore(Instant.now().minus(ABANDONED_AFTER));
        } catch (IOException e) {
            LOG.debug("{} went away: {}", unfinished, e.getMessage());
            return false;
        }
    }

    /// A file that is still mapped cannot be deleted on every platform; it goes the next time.
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("{} cannot be deleted now: {}", file, e.getMessage());
        }
    }
}
