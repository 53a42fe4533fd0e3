package dev.torii.engine.embed.encoding;

import dev.torii.engine.catalog.StoredVideo;
import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.database.Database;
import dev.torii.engine.embed.encoding.BatchEncoder.Encoded;
import dev.torii.engine.embed.encoding.EncodingDao.VideoIds;
import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.ServingLoad;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Encodes videos: the whole catalogue in the order of the ids, or some of them.
final class VideoEncoding {
    /// Videos that are read, encoded and written together, in a transaction of their own.
    static final int SLICE = 512;
    static final int THREADS = 3;
    private static final int LOOK = 4_096;

    private final Database database;
    private final TowerModel towers;
    private final JobContext context;
    private final VectorWriter writer;
    private final EncodingDao dao = new EncodingDao();
    private final VideoDao videos = new VideoDao();
    private final List<EncodingFailure> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong encoded = new AtomicLong();

    VideoEncoding(Database database, TowerModel towers, JobContext context) {
        this.database = database;
        this.towers = towers;
        this.context = context;
        this.writer = new VectorWriter(database, context.cancellation(), towers.version());
    }

    /// @return how many videos got a vector
    long encoded() {
        return encoded.get();
    }

    /// What failed since this was asked last.
    List<EncodingFailure> takeFailures() {
        synchronized (failures) {
            List<EncodingFailure> taken = List.copyOf(failures);
            failures.clear();
            return taken;
        }
    }

    /// Encodes the catalogue. At most [#THREADS] slices are read and not yet written, which is what a run
    /// that dies has to do again.
    ///
    /// @param total videos to encode, for the progress
    void all(boolean staleOnly, long total, ServingLoad load) {
        context.begin("embed.videos", total, "videos");
        AtomicLong done = new AtomicLong();
        Cursor cursor = new Cursor(staleOnly);
        new PageWorkers(THREADS, load, context).run(cursor::next, page -> {
            encode(page);
            context.progress(done.addAndGet(page.size()));
        });
    }

    /// Encodes these videos, where they exist.
    void some(Collection<UUID> ids) {
        List<UUID> rest = List.copyOf(ids);
        for (int from = 0; from < rest.size(); from += SLICE) {
            context.checkCancelled();
            encode(read(rest.subList(from, Math.min(rest.size(), from + SLICE))));
        }
    }

    private List<StoredVideo> read(Collection<UUID> ids) {
        return database.asService(context.cancellation(), handle -> videos.findAll(handle, ids));
    }

    private void encode(List<StoredVideo> page) {
        BatchEncoder encoder = new BatchEncoder(
                towers.version(), towers.dimension(), (item, reason) -> failed((StoredVideo) item, reason));
        List<Encoded<StoredVideo>> results = encoder.encode(
                page,
                batch -> towers.encodeVideos(
                        batch.stream().map(StoredVideo::video).toList()));
        List<VideoVector> vectors = results.stream()
                .map(result -> new VideoVector(
                        result.item().video().id(), result.item().revision(), result.vector()))
                .toList();
        Map<UUID, StoredVideo> byId =
                page.stream().collect(Collectors.toMap(stored -> stored.video().id(), stored -> stored));
        encoded.addAndGet(writer.write(
                vectors, (vector, reason) -> failed(Objects.requireNonNull(byId.get(vector.videoId())), reason)));
    }

    private void failed(StoredVideo stored, String reason) {
        failures.add(new EncodingFailure(stored.video().id(), stored.revision(), reason));
    }

    /// Gives the catalogue page by page.
    private final class Cursor {
        private final boolean staleOnly;
        private @Nullable UUID last;
        private final List<UUID> waiting = new ArrayList<>();
        private boolean ended;

        Cursor(boolean staleOnly) {
            this.staleOnly = staleOnly;
        }

        Optional<List<StoredVideo>> next() {
            if (!staleOnly) {
                List<StoredVideo> page =
                        database.asService(context.cancellation(), handle -> videos.page(handle, last, SLICE));
                last = page.isEmpty() ? last : page.getLast().video().id();
                return page.isEmpty() ? Optional.empty() : Optional.of(page);
            }
            while (waiting.size() < SLICE && !ended) {
                VideoIds found = database.asService(
                        context.cancellation(), handle -> dao.staleVideos(handle, towers.version(), last, LOOK));
                waiting.addAll(found.wanted());
                ended = found.looked() < LOOK;
                last = found.last();
                context.checkCancelled();
            }
            if (waiting.isEmpty()) {
                return Optional.empty();
            }
            List<UUID> slice = waiting.subList(0, Math.min(SLICE, waiting.size()));
            List<UUID> ids = List.copyOf(slice);
            slice.clear();
            return Optional.of(read(ids));
        }
    }
}
