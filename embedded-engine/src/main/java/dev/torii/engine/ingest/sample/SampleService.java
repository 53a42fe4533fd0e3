package dev.torii.engine.ingest.sample;

import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.ingest.sync.ActiveRun;
import dev.torii.engine.ingest.sync.IngestRuns;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.Jobs;
import dev.torii.engine.people.InteractionDao;
import dev.torii.engine.people.UserDao;
import dev.torii.engine.people.UserDao.NewUser;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Video;
import dev.torii.models.job.JobKind;
import dev.torii.models.people.Interaction;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.sync.SyncRun;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Fills an empty database with the generated sample catalogue and its users' behaviour, in one transaction.
public final class SampleService {
    private static final int LARGEST = 1_000_000;
    private static final int SMALLEST_CATALOGUE = 50;
    private static final int VIDEOS = 2_000;
    private static final int INTERACTIONS = 20_000;
    private static final double NO_RATINGS = 4;

    private final Jobs jobs;
    private final IngestRuns runs;
    private final VideoDao videos = new VideoDao();
    private final UserDao users = new UserDao();
    private final InteractionDao interactions = new InteractionDao();
    private final SampleDao sample = new SampleDao();

    public SampleService(Jobs jobs, IngestRuns runs) {
        this.jobs = jobs;
        this.runs = runs;
    }

    /// @param videos 50 to 1 000 000
    /// @param users 1 to 1 000 000
    /// @param seed the same seed and sizes give the same rows, on every machine
    /// @throws ToriiException at once: INVALID_VALUE; from the job: CONFLICT when the database is not empty,
    /// CANCELLED
    public Job<SyncRun> fill(int videos, int users, long seed) {
        check("videos", videos, SMALLEST_CATALOGUE);
        check("users", users, 1);
        String request = "{\"videos\":" + videos + ",\"users\":" + users + ",\"seed\":" + seed + "}";
        return jobs.start(
                JobKind.SAMPLE,
                videos + " videos, " + users + " users",
                context -> runs.recordWhole(SampleRows.SOURCE, request, context, (transaction, run) -> {
                    refuseFilled(transaction);
                    context.begin("sample.generate", videos, "videos");
                    SampleCatalogue catalogue = new SampleCatalogue(videos, seed);
                    List<UUID> ids = writeVideos(catalogue, transaction, run, context);
                    writeUsers(new SampleAudience(catalogue, seed), users, ids, transaction, run, context);
                }));
    }

    private static void check(String name, int value, int smallest) {
        if (value < smallest || value > LARGEST) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    name + " is " + value + ", not " + smallest + " to " + LARGEST + ".",
                    "Maybe the defaults do: 2000 videos, 1000 users.");
        }
    }

    private void refuseFilled(Handle transaction) {
        if (!sample.isEmpty(transaction)) {
            throw new ToriiException(
                    ErrorCode.CONFLICT,
                    "The database holds videos or users already; the sample goes into an empty one.",
                    "Maybe give it a home folder of its own: torii --home DIR sample.");
        }
    }

    private List<UUID> writeVideos(SampleCatalogue catalogue, Handle transaction, ActiveRun run, JobContext context) {
        SampleRows rows = new SampleRows(catalogue);
        List<SampleVideo> all = catalogue.videos();
        List<UUID> ids = new ArrayList<>(all.size());
        context.begin("import.videos", all.size(), "videos");
        for (int from = 0; from < all.size(); from += VIDEOS) {
            context.checkCancelled();
            int to = Math.min(all.size(), from + VIDEOS);
            List<Video> batch = all.subList(from, to).stream().map(rows::row).toList();
            batch.forEach(video -> ids.add(video.id()));
            run.tally().upserted(videos.upsert(transaction, batch));
            context.progress(to);
        }
        return ids;
    }

    private void writeUsers(
            SampleAudience audience,
            int count,
            List<UUID> videoIds,
            Handle transaction,
            ActiveRun run,
            JobContext context) {
        context.begin("import.users", count, "users");
        List<NewUser> people = new ArrayList<>();
        List<Interaction> done = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String key = SampleRows.userKey(number);
            NewUser user = new NewUser(SourceIds.user(SampleRows.SOURCE, key), SampleRows.SOURCE, key);
            people.add(user);
            done.addAll(audience.behaviour(number, user.id(), videoIds));
            if (done.size() >= INTERACTIONS || number == count - 1) {
                context.checkCancelled();
                users.insertMissing(transaction, people);
                run.tally().added(interactions.insert(transaction, done, NO_RATINGS));
                people.clear();
                done.clear();
                context.progress(number + 1L);
            }
        }
    }
}
