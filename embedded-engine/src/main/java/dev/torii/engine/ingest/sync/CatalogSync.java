package dev.torii.engine.ingest.sync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.database.Database;
import dev.torii.engine.ingest.dmm.DmmClient;
import dev.torii.engine.ingest.dmm.DmmItem;
import dev.torii.engine.ingest.dmm.DmmItemParser;
import dev.torii.engine.ingest.dmm.ItemListPage;
import dev.torii.engine.ingest.dmm.ItemListQuery;
import dev.torii.engine.jobs.JobContext;
import dev.torii.models.catalog.Video;
import dev.torii.models.sync.QuarantinedItem;
import dev.torii.models.sync.SyncRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One pass over ItemList: page by page, each page one transaction, so that what was read stays when the next page
/// fails; reading it again changes nothing.
final class CatalogSync {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogSync.class);

    private final Database database;
    private final DmmClient client;
    private final DmmItemParser parser;
    private final SyncRequest request;
    private final JobContext context;
    private final ActiveRun run;
    private final VideoDao videos = new VideoDao();
    private final Set<String> seen = new HashSet<>();
    private long read;

    CatalogSync(Database database, DmmClient client, SyncRequest request, JobContext context, ActiveRun run) {
        this.database = database;
        this.client = client;
        this.parser = new DmmItemParser(request.site(), client.credentialFilter());
        this.request = request;
        this.context = context;
        this.run = run;
    }

    void read() {
        context.begin("sync.items", 0, "items");
        for (SyncWindow window : SyncWindow.of(request)) {
            readWindow(window);
        }
    }

    private void readWindow(SyncWindow window) {
        int offset = 1;
        while (wanted() > 0) {
            context.checkCancelled();
            int hits = (int) Math.min(ItemListQuery.MAX_HITS, wanted());
            ItemListPage page = client.itemList(
                    new ItemListQuery(
                            request.site(),
                            request.service(),
                            request.floor(),
                            window.from(),
                            window.to(),
                            hits,
                            offset),
                    context.cancellation());
            announce(page, offset);
            List<JsonNode> items = page.items();
            if (items.isEmpty()) {
                return;
            }
            take(items.subList(0, (int) Math.min(items.size(), wanted())), offset);
            offset += items.size();
            boolean more = page.totalCount() < 0 ? items.size() >= hits : offset <= page.totalCount();
            if (!more) {
                return;
            }
            if (offset > ItemListQuery.MAX_OFFSET) {
                stopAtCeiling(page.totalCount());
                return;
            }
        }
    }

    private long wanted() {
        Integer max = request.max();
        return max == null ? Long.MAX_VALUE : max - read;
    }

    private void announce(ItemListPage page, int offset) {
        if (offset == 1 && page.totalCount() > 0) {
            Integer max = request.max();
            context.begin("sync.items", max == null ? page.totalCount() : Math.min(max, page.totalCount()), "items");
        }
        if (page.resultCount() >= 0 && page.resultCount() != page.items().size()) {
            String line = "The answer at offset " + offset + " promises " + page.resultCount() + " items and holds "
                    + page.items().size() + ".";
            context.log(line);
            LOG.warn(line);
        }
    }

    private void stopAtCeiling(long total) {
        String text = "DMM gives out the first " + read + " of " + (total < 0 ? "all" : total)
                + " items of one query; the rest was not read. Maybe narrow the query with --from and --to.";
        run.note(text);
        context.log(text);
        LOG.warn(text);
    }

    private void take(List<JsonNode> items, int offset) {
        List<Video> taken = new ArrayList<>();
        List<QuarantinedItem> rejected = new ArrayList<>();
        int duplicates = 0;
        for (int i = 0; i < items.size(); i++) {
            DmmItem item = parser.parse(items.get(i));
            String id = switch (item) {
                case DmmItem.Taken(Video video) -> video.externalId();
                case DmmItem.Rejected bad -> bad.externalId();
            };
            if (id != null && !seen.add(id)) {
                duplicates++;
                continue;
            }
            switch (item) {
                case DmmItem.Taken(Video video) -> taken.add(video);
                case DmmItem.Rejected bad ->
                    rejected.add(run.rejected(
                            bad.externalId(), "ItemList position " + (offset + i), bad.reason(), bad.raw()));
            }
        }
        write(taken, rejected, duplicates);
        read += items.size();
        context.progress(read);
    }

    private void write(List<Video> taken, List<QuarantinedItem> rejected, int duplicates) {
        VideoDao.UpsertCounts counts = database.asService(context.cancellation(), handle -> {
            VideoDao.UpsertCounts upserted = videos.upsert(handle, taken);
            if (request.dryRun()) {
                handle.rollback(); // counted by doing it, then undone
            } else {
                run.keep(handle, rejected);
            }
            return upserted;
        });
        run.tally().upserted(counts);
        run.tally().quarantined(rejected.size());
        run.tally().duplicates(duplicates);
        if (!request.dryRun()) {
            database.useService(run::saveCounts);
        }
    }
}
