package dev.torii.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.torii.app.cli.output.ProgressPrinter;
import dev.torii.app.cli.output.Streams;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FollowTest {
    private final StringWriter err = new StringWriter();
    private final Interruption interruption = new Interruption();

    @Test
    void anInterruptionCancelsTheJobAndExitsWith130() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        try (Jobs jobs = new Jobs(Clock.systemUTC())) {
            Job<String> job = jobs.start(JobKind.TRAIN, "", context -> {
                running.countDown();
                while (true) {
                    context.checkCancelled();
                    Thread.sleep(5);
                }
            });
            running.await();
            Thread.ofPlatform().start(interruption::request);

            ToriiException failure =
                    catchThrowableOfType(ToriiException.class, () -> context().follow(job));

            assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED);
            assertThat(failure.code().exitCode()).isEqualTo(Interruption.EXIT_CODE);
            assertThat(job.snapshot().state()).isEqualTo(JobState.CANCELLED);
        }
    }

    @Test
    void progressGoesToStandardErrorInWords() {
        try (Jobs jobs = new Jobs(Clock.systemUTC())) {
            CountDownLatch watched = new CountDownLatch(1);
            Job<String> job = jobs.start(JobKind.TRAIN, "", progress -> {
                watched.await();
                progress.begin("train.epoch", 1200, "examples");
                progress.figure("loss", 4.8125);
                progress.progress(600);
                progress.begin("train.save", 0, "files");
                return "done";
            });
            job.onChange(new ProgressPrinter(streams()));
            watched.countDown();

            String result = context().follow(job);

            assertThat(result).isEqualTo("done");
            assertThat(err.toString().lines())
                    .containsExactly("training on everything  0 %  0/1,200 examples", "saving the model  loss 4.813");
        }
    }

    private CommandContext context() {
        CommandContext context = new CommandContext(streams(), Map.of(), interruption);
        context.options().quiet = true;
        return context;
    }

    private Streams streams() {
        return new Streams(new PrintWriter(new StringWriter()), new PrintWriter(err, true), false, 100);
    }
}
