package dev.torii.engine.ingest.importer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.torii.engine.ingest.sync.IngestRuns;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.job.JobKind;
import dev.torii.models.sync.SyncRun;
import java.nio.file.Path;

/// Imports data sets. An import is one transaction: cancelled, failed or killed, it leaves nothing but the record
/// that it was tried; given again, it meets the same rows, for their ids are functions of the ids in the files.
public final class ImportService {
    private final Jobs jobs;
    private final IngestRuns runs;
    private final double likeFrom;
    private final MovieLensReader movieLens = new MovieLensReader();
    private final ObjectMapper json = new ObjectMapper();

    /// @param likeFrom a rating counts as a like from here
    public ImportService(Jobs jobs, IngestRuns runs, double likeFrom) {
        this.jobs = jobs;
        this.runs = runs;
        this.likeFrom = likeFrom;
    }

    /// MovieLens 100K, 1M or a later format, told apart by its files. One broken line refuses the whole data set.
    ///
    /// The counts of the run are videos and ratings together.
    ///
    /// @throws dev.torii.models.problem.ToriiException from the job: BROKEN_INPUT naming file, line and text;
    /// CONFLICT when the database holds another MovieLens data set, or an import is under way; CANCELLED
    public Job<SyncRun> movielens(Path folder) {
        return jobs.start(JobKind.IMPORT, folder.toString(), context -> {
            ObjectNode request = json.createObjectNode().put("folder", folder.toString());
            return runs.recordWhole(MovieLensData.SOURCE, request.toString(), context, (transaction, run) -> {
                MovieLensData data = movieLens.read(folder, context);
                new MovieLensImport(likeFrom).write(data, transaction, run, context);
                sayCounts(context, data);
            });
        });
    }

    /// Videos and interactions as CSV with a header line; a row that makes no sense goes to the quarantine.
    ///
    /// @throws dev.torii.models.problem.ToriiException from the job: BROKEN_INPUT for a file that is none of these;
    /// CONFLICT when an import is under way; CANCELLED
    public Job<SyncRun> csv(Path videos, Path interactions) {
        return jobs.start(JobKind.IMPORT, videos + ", " + interactions, context -> {
            ObjectNode request = json.createObjectNode()
                    .put("videos", videos.toString())
                    .put("interactions", interactions.toString());
            return runs.recordWhole(VideoRows.SOURCE, request.toString(), context, (transaction, run) -> {
                CsvImport work = new CsvImport(likeFrom, transaction, run, context);
                work.readVideos(videos);
                work.readInteractions(interactions);
            });
        });
    }

    private static void sayCounts(JobContext context, MovieLensData data) {
        context.log(data.videos().size() + " videos, " + data.users().size() + " users, "
                + data.ratings().size() + " ratings.");
    }
}
