package dev.torii.engine.monitor.jobs;

import dev.torii.engine.database.Database;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The jobs of all processes on this database, those of the past among them.
public final class JobHistory {
    private final Database database;
    private final Clock clock;
    private final JobDao dao = new JobDao();

    public JobHistory(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Newest first.
    public List<JobRecord> list(int limit) {
        return database.asService(handle -> dao.list(handle, limit));
    }

    public Optional<JobRecord> find(UUID id) {
        return database.asService(handle -> dao.find(handle, id));
    }

    /// Asks a job to stop, whichever process runs it; that process hears of it within a second or two, and
    /// the job ends at its next safe point.
    ///
    /// @throws ToriiException NOT_FOUND, CONFLICT (it has ended already)
    public void cancel(UUID id) {
        JobRecord job = find(id).orElseThrow(() -> new ToriiException(
                ErrorCode.NOT_FOUND,
                "There is no job %s.".formatted(id),
                "Maybe `torii jobs list` shows the one you mean."));
        if (!database.<Boolean, RuntimeException>asService(handle -> dao.requestCancel(handle, id, clock.instant()))) {
            throw new ToriiException(
                    ErrorCode.CONFLICT,
                    "The job %s has ended already (%s).".formatted(id, job.state()),
                    "Maybe `torii jobs list` shows the one that runs.");
        }
    }
}
