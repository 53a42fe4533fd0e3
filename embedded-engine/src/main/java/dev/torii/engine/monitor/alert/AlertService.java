package dev.torii.engine.monitor.alert;

import dev.torii.engine.database.Database;
import dev.torii.engine.embed.registry.AlertSink;
import dev.torii.models.monitoring.Alert;
import dev.torii.models.monitoring.AlertSeverity;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The alerts of all processes on one database. Safe for use by many threads.
public final class AlertService implements AlertSink {
    private static final Logger LOG = LoggerFactory.getLogger(AlertService.class);

    private final Database database;
    private final Clock clock;
    private final AlertDao dao = new AlertDao();

    public AlertService(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Without the database there is nowhere to keep it: then it is in the log alone.
    @Override
    public void raise(String key, AlertSeverity severity, String title, String detail) {
        LOG.warn("alert {} ({}): {} {}", key, severity, title, detail);
        try {
            database.useService(handle -> dao.raise(handle, key, severity, title, detail, clock.instant()));
        } catch (ToriiException e) {
            LOG.warn("the alert {} cannot be kept: {}", key, e.getMessage());
        }
    }

    @Override
    public void resolve(String key) {
        try {
            if (database.asService(handle -> dao.resolve(handle, key, clock.instant()))) {
                LOG.info("the alert {} is over", key);
            }
        } catch (ToriiException e) {
            LOG.warn("the alert {} cannot be closed: {}", key, e.getMessage());
        }
    }

    /// The open ones, newest first.
    public List<Alert> open() {
        return database.asService(dao::open);
    }

    /// Open and closed ones, newest first.
    public List<Alert> list(int limit) {
        return database.asService(handle -> dao.list(handle, limit));
    }
}
