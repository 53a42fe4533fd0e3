package dev.torii.app.cli;

import dev.torii.app.config.ToriiConfig;
import dev.torii.engine.Engine;
import dev.torii.models.sync.QuarantinedItem;
import dev.torii.models.sync.SyncRequest;
import dev.torii.models.sync.SyncRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torii sync dmm`: one pass over DMM's item list.
@Command(
        name = "dmm",
        description = "Read DMM's item list into the catalogue. The address and the credentials are dmm.baseUrl, "
                + "dmm.apiId and dmm.affiliateId of the configuration.")
final class SyncDmmCommand implements Callable<Integer> {
    private static final int SHOWN_QUARANTINE = 5;

    private final CommandContext context;

    @Option(names = "--site", description = "DMM.com or FANZA. Default: dmm.site of the configuration.")
    private @Nullable String site;

    @Option(names = "--service", description = "A service of the site, for example digital.")
    private @Nullable String service;

    @Option(names = "--floor", description = "A floor of the service, for example videoa.")
    private @Nullable String floor;

    @Option(names = "--from", paramLabel = "DATE", description = "First release day, Japan time: 2026-01-31.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last release day, Japan time.")
    private @Nullable LocalDate to;

    @Option(names = "--max", paramLabel = "N", description = "At most so many items.")
    private @Nullable Integer max;

    @Option(names = "--dry-run", description = "Read and count, write nothing.")
    private boolean dryRun;

    SyncDmmCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ToriiConfig config = context.config();
        String chosenSite = site == null ? config.dmm().site() : site;
        try (Engine engine = context.openEngine(config)) {
            SyncRun run = context.follow(
                    engine.sync().sync(new SyncRequest(chosenSite, service, floor, from, to, max, dryRun)));
            List<String> lines = new ArrayList<>(RunReport.lines(run));
            if (run.counts().quarantined() > 0 && !dryRun) {
                for (QuarantinedItem item : engine.sync().quarantine(run.id(), SHOWN_QUARANTINE)) {
                    lines.add("  quarantined " + (item.externalId() == null ? item.place() : item.externalId()) + ": "
                            + item.reason());
                }
            }
            context.result(run, lines);
        }
        return 0;
    }
}
