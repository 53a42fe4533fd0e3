package dev.torii.app.cli;

import dev.torii.app.cli.output.TextTable;
import dev.torii.engine.Engine;
import dev.torii.models.monitoring.Alert;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torii alerts`: what somebody should look at.
@Command(name = "alerts", description = "What somebody should look at: the open alerts, newest first.")
final class AlertsCommand implements Callable<Integer> {
    private static final int MOST = 200;

    private final CommandContext context;

    @Option(names = "--all", description = "Also those that are over.")
    private boolean all;

    AlertsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Engine engine = context.openEngine()) {
            List<Alert> alerts =
                    all ? engine.alerts().list(MOST) : engine.alerts().open();
            TextTable table = new TextTable("severity", "key", "since", "last seen", "count", "over", "what");
            for (Alert alert : alerts) {
                table.row(
                        alert.severity().name().toLowerCase(Locale.ROOT),
                        alert.key(),
                        alert.raisedAt().truncatedTo(ChronoUnit.SECONDS),
                        alert.lastSeenAt().truncatedTo(ChronoUnit.SECONDS),
                        alert.count(),
                        alert.resolvedAt() == null ? "" : alert.resolvedAt().truncatedTo(ChronoUnit.SECONDS),
                        alert.title() + ": " + alert.detail());
            }
            context.result(alerts, table, all ? "No alert yet." : "No open alert.");
        }
        return 0;
    }

    static String line(Alert alert) {
        return "alert " + alert.severity().name().toLowerCase(Locale.ROOT) + ": " + alert.title() + ": "
                + alert.detail();
    }
}
