package dev.torii.app.cli;

import dev.torii.app.cli.output.Durations;
import dev.torii.app.cli.output.TextTable;
import dev.torii.engine.monitor.jobs.JobRecord;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Says what the database knows of jobs.
final class JobReport {
    private JobReport() {}

    static TextTable table(List<JobRecord> jobs) {
        TextTable table = new TextTable("id", "kind", "title", "state", "started", "took", "by", "done", "note");
        for (JobRecord job : jobs) {
            table.row(
                    job.id(),
                    job.kind().name().toLowerCase(Locale.ROOT),
                    job.title(),
                    state(job),
                    job.startedAt().truncatedTo(ChronoUnit.SECONDS),
                    took(job),
                    job.actor(),
                    done(job),
                    note(job));
        }
        return table;
    }

    static List<String> details(JobRecord job) {
        List<String> lines = new ArrayList<>();
        lines.add("job       " + job.id());
        lines.add("kind      " + job.kind().name().toLowerCase(Locale.ROOT) + " " + job.title());
        lines.add("state     " + state(job));
        lines.add("started   " + job.startedAt() + " by " + job.actor());
        lines.add("process   " + job.process());
        lines.add("took      " + took(job));
        lines.add("progress  " + job.stage() + " " + done(job));
        if (!note(job).isEmpty()) {
            lines.add("note      " + note(job));
        }
        if (job.advice() != null && !job.advice().isBlank()) {
            lines.add("          " + job.advice());
        }
        return lines;
    }

    private static String state(JobRecord job) {
        String state = job.state().name().toLowerCase(Locale.ROOT);
        return job.cancelRequestedAt() != null && !job.state().isFinished() ? state + ", to be cancelled" : state;
    }

    private static String took(JobRecord job) {
        var end = job.finishedAt() == null ? job.seenAt() : job.finishedAt();
        return end == null ? "" : Durations.text(Duration.between(job.startedAt(), end));
    }

    private static String done(JobRecord job) {
        if (job.unit().isEmpty()) {
            return "";
        }
        String of = job.total() > 0 ? String.format(Locale.ROOT, " of %,d", job.total()) : "";
        return String.format(Locale.ROOT, "%,d%s %s", job.done(), of, job.unit());
    }

    private static String note(JobRecord job) {
        return Objects.requireNonNullElse(job.failure() != null ? job.failure() : job.note(), "");
    }
}
