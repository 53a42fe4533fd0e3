package dev.torii.views.overview;

import dev.torii.models.job.JobKind;

/// What the overview offers to do; each is a job of the engine.
public enum OverviewAction {
    FILL_SAMPLE(JobKind.SAMPLE),
    TRAIN(JobKind.TRAIN),
    EMBED(JobKind.EMBED);

    private final JobKind jobKind;

    OverviewAction(JobKind jobKind) {
        this.jobKind = jobKind;
    }

    public JobKind jobKind() {
        return jobKind;
    }
}
