package dev.torii.engine.embed.encoding;

import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.database.Database;
import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.ServingLoad;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// One run over the whole catalogue and all users that did anything. Slices are read, encoded and written for
/// themselves, so a run that dies leaves whole slices behind, and one that looks for stale rows alone goes on
/// where it ended. What fails is tried once more at the end, and waits in the queue for its next try after
/// that.
final class EncodingRun {
    private static final int REASONS_LOGGED = 50;

    private final Database database;
    private final TowerModel towers;
    private final JobContext context;
    private final boolean staleOnly;
    private final ServingLoad load;
    private final RetryQueue retries;
    private final EmbeddingDao embeddings = new EmbeddingDao();
    private final VideoDao videos = new VideoDao();
    private long failed;

    EncodingRun(
            Database database,
            TowerModel towers,
            JobContext context,
            boolean staleOnly,
            ServingLoad load,
            Clock clock) {
        this.database = database;
        this.towers = towers;
        this.context = context;
        this.staleOnly = staleOnly;
        this.load = load;
        this.retries = new RetryQueue(database, towers.version(), clock);
    }

    EncodingResult run() {
        long total = database.asService(
                context.cancellation(),
                handle -> staleOnly ? embeddings.countStaleVideos(handle, towers.version()) : videos.count(handle));
        VideoEncoding encoding = new VideoEncoding(database, towers, context);
        try {
            encoding.all(staleOnly, total, load);
            List<EncodingFailure> again = encoding.takeFailures();
            if (!again.isEmpty()) {
                context.begin("embed.retry", again.size(), "videos");
                encoding.some(again.stream().map(EncodingFailure::videoId).toList());
            }
        } finally {
            List<EncodingFailure> left = encoding.takeFailures();
            retries.add(left);
            left.forEach(failure -> failed("video", failure.videoId(), failure.reason()));
        }
        retries.forgetEncoded();
        long users = new UserEncoding(database, towers, context, staleOnly, (user, why) -> failed("user", user, why))
                .run(load);
        return new EncodingResult(towers.version(), encoding.encoded(), users, failed);
    }

    private synchronized void failed(String what, UUID id, String reason) {
        failed++;
        context.figure("failed", failed);
        if (failed <= REASONS_LOGGED) {
            context.log("%s %s was not encoded: %s".formatted(what, id, reason));
        }
    }
}
