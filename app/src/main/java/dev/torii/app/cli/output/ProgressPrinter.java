package dev.torii.app.cli.output;

import dev.torii.models.job.JobProgress;
import dev.torii.models.job.JobSnapshot;
import java.util.function.Consumer;

/// Shows the progress of a job on standard error: a bar that is written over on a terminal, else a line every few
/// seconds and at each new stage.
public final class ProgressPrinter implements Consumer<JobSnapshot> {
    private static final long BAR_NANOS = 100_000_000L;
    private static final long LINE_NANOS = 3_000_000_000L;

    private final Streams streams;
    private final ProgressText text = new ProgressText();
    private String stage = "";
    private long shownNanos = System.nanoTime() - LINE_NANOS;
    private boolean barStands;

    public ProgressPrinter(Streams streams) {
        this.streams = streams;
    }

    @Override
    public synchronized void accept(JobSnapshot job) {
        JobProgress progress = job.progress();
        if (job.state().isFinished()) {
            finish(progress);
            return;
        }
        if (progress.message().isEmpty()) {
            return;
        }
        boolean newStage = !stage.equals(progress.message());
        long now = System.nanoTime();
        if (newStage || now - shownNanos >= (streams.terminal() ? BAR_NANOS : LINE_NANOS)) {
            stage = progress.message();
            shownNanos = now;
            show(progress);
        }
    }

    private void show(JobProgress progress) {
        if (streams.terminal()) {
            String line = DisplayWidth.shorten(text.line(progress, true), streams.columns() - 1);
            streams.err().print("\r" + line + "\u001B[K");
            streams.err().flush();
            barStands = true;
        } else {
            streams.err().println(text.line(progress, false));
        }
    }

    private void finish(JobProgress progress) {
        if (barStands) {
            show(progress);
            streams.err().println();
            barStands = false;
        }
    }
}
