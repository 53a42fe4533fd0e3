package dev.torii.engine.embed.encoding;

import dev.torii.engine.catalog.StoredVideo;
import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.database.Database;
import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionDao;
import dev.torii.models.people.HistoryEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One run over the whole catalogue and all users that did anything. Each batch is read, encoded and written for
/// itself, so a run that dies leaves whole batches behind, and one that looks for stale rows alone goes on where it
/// ended.
final class EncodingRun {
    private static final int VIDEOS = 256;
    private static final int USERS = 128;
    private static final int REASONS_LOGGED = 50;

    private final Database database;
    private final TowerModel towers;
    private final JobContext context;
    private final boolean staleOnly;
    private final BatchEncoder encoder;
    private final EncodingDao dao = new EncodingDao();
    private final EmbeddingDao embeddings = new EmbeddingDao();
    private final VideoDao videos = new VideoDao();
    private final InteractionDao interactions = new InteractionDao();
    private long encodedVideos;
    private long encodedUsers;
    private long failed;

    EncodingRun(Database database, TowerModel towers, JobContext context, boolean staleOnly) {
        this.database = database;
        this.towers = towers;
        this.context = context;
        this.staleOnly = staleOnly;
        this.encoder = new BatchEncoder(towers.version(), towers.dimension(), this::failed);
    }

    EncodingResult run() {
        encodeVideos();
        encodeUsers();
        return new EncodingResult(towers.version(), encodedVideos, encodedUsers, failed);
    }

    private void encodeVideos() {
        long total = database.asService(
                context.cancellation(),
                handle -> staleOnly ? embeddings.countStaleVideos(handle, towers.version()) : videos.count(handle));
        context.begin("embed.videos", total, "videos");
        long done = 0;
        List<StoredVideo> page = videosAfter(null);
        while (!page.isEmpty()) {
            context.checkCancelled();
            List<VideoVector> encoded = encoder
                    .encode(
                            page,
                            batch -> towers.encodeVideos(
                                    batch.stream().map(StoredVideo::video).toList()))
                    .stream()
                    .map(result -> new VideoVector(
                            result.item().video().id(), result.item().revision(), result.vector()))
                    .toList();
            database.asService(context.cancellation(), handle -> {
                embeddings.putVideos(handle, towers.version(), encoded);
                return encoded.size();
            });
            encodedVideos += encoded.size();
            done += page.size();
            context.progress(done);
            page = videosAfter(page.getLast().video().id());
        }
    }

    private List<StoredVideo> videosAfter(@Nullable UUID last) {
        return database.asService(
                context.cancellation(),
                handle -> staleOnly
                        ? videos.stale(handle, towers.version(), last, VIDEOS)
                        : videos.page(handle, last, VIDEOS));
    }

    private void encodeUsers() {
        context.begin("embed.users", database.asService(context.cancellation(), dao::countActiveUsers), "users");
        long done = 0;
        UUID last = null;
        UserPage page;
        do {
            context.checkCancelled();
            page = usersAfter(last);
            encodedUsers += encodeUsers(page);
            done += page.looked();
            context.progress(done);
            last = page.last();
        } while (page.looked() == USERS);
    }

    private int encodeUsers(UserPage page) {
        List<UserVector> vectors = new ArrayList<>();
        Map<UUID, String> stamps = new HashMap<>();
        for (BatchEncoder.Encoded<UserHistory> encoded : encoder.encode(
                page.users(),
                batch -> towers.encodeUsers(
                        batch.stream().map(UserHistory::entries).toList()))) {
            vectors.add(encoded.item().vector(towers.version(), encoded.vector()));
            stamps.put(encoded.item().userId(), encoded.item().stamp());
        }
        return database.asService(context.cancellation(), handle -> {
            embeddings.putUsers(handle, vectors);
            dao.stamp(handle, towers.version(), stamps);
            return vectors.size();
        });
    }

    private UserPage usersAfter(@Nullable UUID last) {
        return database.asService(context.cancellation(), handle -> {
            List<UUID> ids = interactions.activeUsers(handle, last, USERS);
            Map<UUID, String> stamps = dao.stamps(handle, ids);
            if (staleOnly) {
                Map<UUID, String> encoded = dao.encodedStamps(handle, towers.version(), ids);
                stamps.entrySet().removeIf(entry -> entry.getValue().equals(encoded.get(entry.getKey())));
            }
            Map<UUID, List<HistoryEntry>> histories =
                    interactions.histories(handle, stamps.keySet(), UserHistory.ENTRIES);
            List<UserHistory> users = stamps.entrySet().stream()
                    .map(entry -> new UserHistory(
                            entry.getKey(), entry.getValue(), histories.getOrDefault(entry.getKey(), List.of())))
                    .toList();
            return new UserPage(users, ids.size(), ids.isEmpty() ? null : ids.getLast());
        });
    }

    private void failed(Object item, String reason) {
        failed++;
        context.figure("failed", failed);
        if (failed <= REASONS_LOGGED) {
            String name = switch (item) {
                case StoredVideo video -> "video " + video.video().id();
                case UserHistory user -> "user " + user.userId();
                default -> item.toString();
            };
            context.log("%s was not encoded: %s".formatted(name, reason));
        }
    }

    /// @param looked users that were looked at, the fresh ones among them
    private record UserPage(
            List<UserHistory> users, int looked, @Nullable UUID last) {}
}
