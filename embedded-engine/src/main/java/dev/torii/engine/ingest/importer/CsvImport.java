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
import dev.torii.models.sync.QuarantinedItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes two CSV files through one transaction. A row that makes no sense goes to the quarantine; a file that is
/// no CSV file of the known columns stops the import, and nothing of it is kept.
final class CsvImport {
    private static final int VIDEOS = 2_000;
    private static final int INTERACTIONS = 20_000;

    /// A row of interactions with the place where it stands, until its video is known to exist.
    private record Pending(InteractionRows.Row row, UUID userId, UUID videoId, CsvRecords.Row record) {}

    private final VideoDao videos = new VideoDao();
    private final UserDao users = new UserDao();
    private final InteractionDao interactions = new InteractionDao();
    private final ImportLookupDao lookup = new ImportLookupDao();
    private final double likeFrom;
    private final Handle transaction;
    private final ActiveRun run;
    private final JobContext context;
    private final Map<String, CsvRecords.Row> firstOfId = new HashMap<>();

    CsvImport(double likeFrom, Handle transaction, ActiveRun run, JobContext context) {
        this.likeFrom = likeFrom;
        this.transaction = transaction;
        this.run = run;
        this.context = context;
    }

    void readVideos(Path file) {
        try (CsvRecords records = new CsvRecords(file)) {
            context.begin("import.videos", 0, "videos");
            VideoRows rows = new VideoRows(file, header(file, records));
            announceUnused(file, rows.columns());
            List<Video> batch = new ArrayList<>();
            List<QuarantinedItem> rejected = new ArrayList<>();
            long done = 0;
            for (CsvRecords.Row record = records.next(); record != null; record = records.next()) {
                addVideo(file, rows, record, batch, rejected);
                if (++done % VIDEOS == 0) {
                    flushVideos(batch, rejected, done);
                }
            }
            flushVideos(batch, rejected, done);
        }
    }

    void readInteractions(Path file) {
        try (CsvRecords records = new CsvRecords(file)) {
            context.begin("import.interactions", 0, "interactions");
            InteractionRows rows = new InteractionRows(file, header(file, records));
            announceUnused(file, rows.columns());
            List<Pending> batch = new ArrayList<>();
            List<QuarantinedItem> rejected = new ArrayList<>();
            long done = 0;
            for (CsvRecords.Row record = records.next(); record != null; record = records.next()) {
                addInteraction(file, rows, record, batch, rejected);
                if (++done % INTERACTIONS == 0) {
                    flushInteractions(file, batch, rejected, done);
                }
            }
            flushInteractions(file, batch, rejected, done);
        }
    }

    private static List<String> header(Path file, CsvRecords records) {
        CsvRecords.Row header = records.next();
        if (header == null || header.wrong() != null) {
            throw BrokenLine.of(
                    file, 1, header == null ? "" : header.raw(), "expected a header line with column names");
        }
        return header.fields();
    }

    private void announceUnused(Path file, CsvColumns columns) {
        if (!columns.unused().isEmpty()) {
            context.log(file.getFileName() + ": columns that mean nothing here were left out: "
                    + String.join(", ", columns.unused()));
        }
    }

    private void addVideo(
            Path file, VideoRows rows, CsvRecords.Row record, List<Video> batch, List<QuarantinedItem> rejected) {
        try {
            Video video = rows.video(fields(record, rows.columns()));
            CsvRecords.Row first = firstOfId.putIfAbsent(video.externalId(), record);
            if (first == null) {
                batch.add(video);
            } else if (first.raw().equals(record.raw())) {
                run.tally().duplicates(1);
            } else {
                throw new BadRow(
                        "id " + video.externalId() + " stands on line " + first.line() + " already, otherwise");
            }
        } catch (BadRow bad) {
            rejected.add(rejected(file, record, bad.reason(), null));
        }
    }

    private void flushVideos(List<Video> batch, List<QuarantinedItem> rejected, long done) {
        context.checkCancelled();
        run.tally().upserted(videos.upsert(transaction, batch));
        batch.clear();
        keep(rejected);
        context.progress(done);
    }

    private void addInteraction(
            Path file,
            InteractionRows rows,
            CsvRecords.Row record,
            List<Pending> batch,
            List<QuarantinedItem> rejected) {
        try {
            InteractionRows.Row row = rows.row(fields(record, rows.columns()));
            batch.add(new Pending(
                    row,
                    SourceIds.user(VideoRows.SOURCE, row.user()),
                    SourceIds.video(VideoRows.SOURCE, row.video()),
                    record));
        } catch (BadRow bad) {
            rejected.add(rejected(file, record, bad.reason(), null));
        }
    }

    private void flushInteractions(Path file, List<Pending> batch, List<QuarantinedItem> rejected, long done) {
        context.checkCancelled();
        Set<UUID> named = new HashSet<>();
        batch.forEach(pending -> named.add(pending.videoId()));
        Set<UUID> existing = lookup.existingVideos(transaction, named);
        Set<Interaction> rows = new LinkedHashSet<>();
        Set<NewUser> people = new LinkedHashSet<>();
        for (Pending pending : batch) {
            InteractionRows.Row row = pending.row();
            if (!existing.contains(pending.videoId())) {
                String reason = "the video " + row.video() + " is neither in the file of videos nor in the catalogue";
                rejected.add(rejected(file, pending.record(), reason, row.video()));
                continue;
            }
            people.add(new NewUser(pending.userId(), VideoRows.SOURCE, row.user()));
            if (!rows.add(new Interaction(pending.userId(), pending.videoId(), row.kind(), row.value(), row.at()))) {
                run.tally().duplicates(1);
            }
        }
        users.insertMissing(transaction, List.copyOf(people));
        int added = interactions.insert(transaction, List.copyOf(rows), likeFrom);
        run.tally().added(added);
        run.tally().unchanged(rows.size() - added);
        batch.clear();
        keep(rejected);
        context.progress(done);
    }

    private void keep(List<QuarantinedItem> rejected) {
        run.keep(transaction, rejected);
        run.tally().quarantined(rejected.size());
        rejected.clear();
    }

    private static List<String> fields(CsvRecords.Row record, CsvColumns columns) throws BadRow {
        String wrong = record.wrong();
        if (wrong != null) {
            throw new BadRow(wrong);
        }
        if (record.fields().size() != columns.width()) {
            throw new BadRow("the row has " + record.fields().size() + " fields, the header line " + columns.width());
        }
        return record.fields();
    }

    private QuarantinedItem rejected(Path file, CsvRecords.Row record, String reason, @Nullable String externalId) {
        return run.rejected(externalId, file.getFileName() + " line " + record.line(), reason, record.raw());
    }
}
