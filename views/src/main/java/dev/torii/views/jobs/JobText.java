package dev.torii.views.jobs;

import dev.torii.models.job.JobProgress;
import dev.torii.models.job.JobSnapshot;
import dev.torii.views.i18n.Formats;
import dev.torii.views.i18n.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is said of a job, in the language of the console.
public final class JobText {
    private static final String SEPARATOR = "  ·  ";

    private final Messages messages;
    private final Formats formats;

    public JobText(Messages messages) {
        this.messages = messages;
        this.formats = new Formats(messages);
    }

    /// What the job does and on what.
    public String title(JobSnapshot job) {
        String kind = messages.text(job.kind());
        return job.title().isBlank() ? kind : kind + " · " + job.title();
    }

    /// The stage: what happens now.
    public String stage(JobSnapshot job) {
        return switch (job.state()) {
            case WAITING -> messages.text(job.state());
            case RUNNING -> named("stage", job.progress().message());
            case DONE -> messages.text("job.doneIn", formats.duration(lasted(job)));
            case FAILED -> messages.text("job.failedAfter", formats.duration(lasted(job)));
            case CANCELLED -> messages.text("job.cancelledAfter", formats.duration(lasted(job)));
        };
    }

    /// Count, rate and time left, as far as they are known.
    public String progress(JobSnapshot job) {
        JobProgress progress = job.progress();
        List<String> parts = new ArrayList<>();
        String unit = named("unit", progress.unit());
        if (progress.total() > 0) {
            parts.add(messages.text(
                    "job.doneOfTotal", formats.count(progress.done()), formats.count(progress.total()), unit));
        } else if (progress.done() > 0) {
            parts.add(messages.text("job.done", formats.count(progress.done()), unit));
        }
        if (!job.state().isFinished()) {
            if (progress.perSecond() > 0) {
                parts.add(messages.text("job.rate", rate(progress.perSecond())));
            }
            progress.eta().ifPresent(left -> parts.add(messages.text("job.left", formats.duration(left))));
        }
        return String.join(SEPARATOR, parts);
    }

    /// The further numbers, each with its name.
    public String figures(JobSnapshot job) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Double> figure : job.progress().figures().entrySet()) {
            parts.add(named("figure", figure.getKey()) + " " + number(figure.getValue()));
        }
        return String.join(SEPARATOR, parts);
    }

    // The engine names stages, units and figures by keys of its own; a new one shows as it is until it has a text.
    private String named(String family, String key) {
        return messages.find(family + "." + key).orElse(key);
    }

    private String number(double value) {
        return value == Math.rint(value) ? formats.count((long) value) : formats.decimal(value, 4);
    }

    private String rate(double perSecond) {
        return perSecond >= 10 ? formats.count(Math.round(perSecond)) : formats.decimal(perSecond, 1);
    }

    private static Duration lasted(JobSnapshot job) {
        return job.finishedAt() == null
                ? job.progress().elapsed()
                : Duration.between(job.startedAt(), job.finishedAt());
    }
}
