package dev.torii.engine.ingest.importer;

import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.ingest.sync.ActiveRun;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionDao;
import dev.torii.engine.people.UserDao;
import dev.torii.engine.people.UserDao.NewUser;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.Interaction;
import dev.torii.models.people.InteractionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Writes a MovieLens data set that was read and checked, all through one transaction.
final class MovieLensImport {
    private static final int VIDEOS = 2_000;
    private static final int USERS = 10_000;
    private static final int RATINGS = 20_000;

    private final VideoDao videos = new VideoDao();
    private final UserDao users = new UserDao();
    private final InteractionDao interactions = new InteractionDao();
    private final double likeFrom;

    /// @param likeFrom a rating counts as a like from here
    MovieLensImport(double likeFrom) {
        this.likeFrom = likeFrom;
    }

    void write(MovieLensData data, Handle transaction, ActiveRun run, JobContext context) {
        RatingTable ratings = data.ratings();
        List<UUID> userIds = ratings.userKeys().stream()
                .map(key -> SourceIds.user(MovieLensData.SOURCE, key))
                .toList();
        List<UUID> videoIds = ratings.itemKeys().stream()
                .map(key -> SourceIds.video(MovieLensData.SOURCE, key))
                .toList();
        new SameDataSet().check(transaction, data, userIds, videoIds);
        writeVideos(data.videos(), transaction, run, context);
        writeUsers(data.users(), transaction, context);
        writeRatings(ratings, userIds, videoIds, transaction, run, context);
    }

    private void writeVideos(List<Video> all, Handle transaction, ActiveRun run, JobContext context) {
        context.begin("import.videos", all.size(), "videos");
        for (int from = 0; from < all.size(); from += VIDEOS) {
            context.checkCancelled();
            int to = Math.min(all.size(), from + VIDEOS);
            run.tally().upserted(videos.upsert(transaction, all.subList(from, to)));
            context.progress(to);
        }
    }

    private void writeUsers(List<String> keys, Handle transaction, JobContext context) {
        context.begin("import.users", keys.size(), "users");
        List<NewUser> rows = keys.stream()
                .map(key -> new NewUser(SourceIds.user(MovieLensData.SOURCE, key), MovieLensData.SOURCE, key))
                .toList();
        for (int from = 0; from < rows.size(); from += USERS) {
            context.checkCancelled();
            int to = Math.min(rows.size(), from + USERS);
            users.insertMissing(transaction, rows.subList(from, to));
            context.progress(to);
        }
    }

    private void writeRatings(
            RatingTable ratings,
            List<UUID> userIds,
            List<UUID> videoIds,
            Handle transaction,
            ActiveRun run,
            JobContext context) {
        context.begin("import.interactions", ratings.size(), "interactions");
        for (int from = 0; from < ratings.size(); from += RATINGS) {
            context.checkCancelled();
            int to = Math.min(ratings.size(), from + RATINGS);
            List<Interaction> batch = new ArrayList<>(to - from);
            for (int row = from; row < to; row++) {
                batch.add(new Interaction(
                        userIds.get(ratings.user(row)),
                        videoIds.get(ratings.item(row)),
                        InteractionKind.RATING,
                        ratings.value(row),
                        Instant.ofEpochSecond(ratings.epochSeconds(row))));
            }
            int added = interactions.insert(transaction, batch, likeFrom);
            run.tally().added(added);
            run.tally().unchanged(batch.size() - added);
            context.progress(to);
        }
    }
}
