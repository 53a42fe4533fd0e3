package dev.torii.engine.ingest.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.torii.engine.EngineConfig.DmmConfig;
import dev.torii.engine.database.Database;
import dev.torii.engine.ingest.dmm.DmmClient;
import dev.torii.engine.ingest.dmm.DmmItemParser;
import dev.torii.engine.ingest.dmm.DmmTimeouts;
import dev.torii.engine.ingest.dmm.RetryPolicy;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.job.JobKind;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.sync.QuarantinedItem;
import dev.torii.models.sync.SyncRequest;
import dev.torii.models.sync.SyncRun;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// Runs of the catalogue synchronisation and what they set aside.
public final class SyncService {
    private final Jobs jobs;
    private final Database database;
    private final IngestRuns runs;
    private final DmmConfig config;
    private final RetryPolicy retries;
    private final DmmTimeouts timeouts;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    public SyncService(Jobs jobs, Database database, IngestRuns runs, DmmConfig config, Clock clock) {
        this(jobs, database, runs, config, RetryPolicy.DEFAULT, DmmTimeouts.DEFAULT, clock);
    }

    SyncService(
            Jobs jobs,
            Database database,
            IngestRuns runs,
            DmmConfig config,
            RetryPolicy retries,
            DmmTimeouts timeouts,
            Clock clock) {
        this.jobs = jobs;
        this.database = database;
        this.runs = runs;
        this.config = config;
        this.retries = retries;
        this.timeouts = timeouts;
        this.clock = clock;
    }

    /// Reads the items of a site, newest first, up to the API's ceiling of 50 000 and a page.
    ///
    /// The run's counts add up: `read = added + changed + unchanged + quarantined + duplicates`. A run that met the
    /// ceiling is done, and says so in `failure`. A dry run counts the same and leaves no row, not even of itself.
    ///
    /// @throws ToriiException at once: CONFIGURATION (credentials, address, rate), INVALID_VALUE (the request);
    /// from the job: SOURCE_UNREACHABLE, SOURCE_REFUSED, CONFLICT (a run is under way), CANCELLED
    public Job<SyncRun> sync(SyncRequest request) {
        check(request);
        DmmClient client = new DmmClient(config, retries, timeouts, clock);
        return jobs.start(JobKind.SYNC, title(request), context -> {
            try (client) {
                return request.dryRun() ? dryRun(client, request, context) : run(client, request, context);
            }
        });
    }

    /// Runs of every source, newest first.
    public List<SyncRun> runs(int limit) {
        return runs.newest(limit);
    }

    /// What a run set aside, in its order.
    public List<QuarantinedItem> quarantine(UUID runId, int limit) {
        return runs.quarantine(runId, limit);
    }

    private SyncRun run(DmmClient client, SyncRequest request, JobContext context) {
        return runs.recordByParts(
                DmmItemParser.SOURCE,
                describe(request),
                run -> new CatalogSync(database, client, request, context, run).read());
    }

    private SyncRun dryRun(DmmClient client, SyncRequest request, JobContext context) {
        return runs.rehearse(
                DmmItemParser.SOURCE, run -> new CatalogSync(database, client, request, context, run).read());
    }

    private void check(SyncRequest request) {
        if (!request.site().equals(config.site())) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "The site \"" + request.site() + "\" is not the one that is allowed here, \"" + config.site()
                            + "\".",
                    "Maybe set dmm.site, which decides what kind of catalogue this is.");
        }
        Integer max = request.max();
        if (max != null && max < 1) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE, "At most " + max + " items leave nothing to read.", "Maybe leave it out.");
        }
        if (request.floor() != null && request.service() == null) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "The floor \"" + request.floor() + "\" is named without its service.",
                    "Maybe --service mono --floor dvd, or --service dmmtv --floor dmmtv_video.");
        }
        if (request.from() != null && request.to() != null && request.from().isAfter(request.to())) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "The first day " + request.from() + " is after the last day " + request.to() + ".",
                    "Maybe the two are the wrong way round.");
        }
    }

    private static String title(SyncRequest request) {
        StringBuilder title = new StringBuilder(request.site());
        if (request.service() != null) {
            title.append(' ').append(request.service());
        }
        if (request.floor() != null) {
            title.append(' ').append(request.floor());
        }
        return title.toString();
    }

    private String describe(SyncRequest request) {
        ObjectNode node = json.createObjectNode();
        node.put("site", request.site()).put("service", request.service()).put("floor", request.floor());
        node.put("from", request.from() == null ? null : request.from().toString());
        node.put("to", request.to() == null ? null : request.to().toString());
        node.put("max", request.max());
        return node.toString();
    }
}
