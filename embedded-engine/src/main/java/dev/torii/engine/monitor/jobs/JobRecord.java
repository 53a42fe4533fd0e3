package dev.torii.engine.monitor.jobs;

import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job as the database knows it, of whatever process.
///
/// @param actor who started it: a person, or `schedule`
/// @param process where it runs or ran: host, process id, and a mark that tells two lives of one id apart
/// @param note what it said last; why it was skipped
/// @param stage what it does now, a stable key
/// @param seenAt the last sign of life of its process while it ran
/// @param cancelRequestedAt when somebody asked it to end; null: nobody did
public record JobRecord(
        UUID id,
        JobKind kind,
        String title,
        JobState state,
        String actor,
        String process,
        String stage,
        long done,
        long total,
        String unit,
        double perSecond,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant seenAt,
        @Nullable Instant cancelRequestedAt,
        @Nullable String note,
        @Nullable String failure,
        @Nullable String advice) {}
