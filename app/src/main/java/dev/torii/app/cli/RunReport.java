package dev.torii.app.cli;

import dev.torii.app.cli.output.Durations;
import dev.torii.models.sync.SyncCounts;
import dev.torii.models.sync.SyncRun;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Says what a run of an import or a synchronisation did.
final class RunReport {
    private RunReport() {}

    static List<String> lines(SyncRun run) {
        String took = run.finishedAt() == null
                ? ""
                : " in " + Durations.text(Duration.between(run.startedAt(), run.finishedAt()));
        return List.of(run.source() + ": " + counts(run.counts()) + took);
    }

    static String counts(SyncCounts counts) {
        return String.format(
                Locale.ROOT,
                "%,d read: %,d added, %,d changed, %,d unchanged, %,d duplicates, %,d quarantined",
                counts.read(),
                counts.added(),
                counts.changed(),
                counts.unchanged(),
                counts.duplicates(),
                counts.quarantined());
    }
}
