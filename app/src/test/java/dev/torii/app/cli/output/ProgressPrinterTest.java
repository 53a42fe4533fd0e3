package dev.torii.app.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobProgress;
import dev.torii.models.job.JobSnapshot;
import dev.torii.models.job.JobState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgressPrinterTest {
    private final StringWriter err = new StringWriter();

    @Test
    void onATerminalABarIsWrittenOverAndEndsWithALine() {
        ProgressPrinter printer = new ProgressPrinter(streams(true));

        printer.accept(at(600, JobState.RUNNING));
        printer.accept(at(1200, JobState.DONE));

        assertThat(err.toString())
                .startsWith(
                        "\rtraining on everything  [############------------]  50 %  600/1,200 examples  300/s  2.0 s left  loss 4.500")
                .endsWith(
                        "\rtraining on everything  [########################]  100 %  1,200/1,200 examples  300/s  loss 4.500\u001B[K"
                                + System.lineSeparator());
    }

    @Test
    void elsewhereALineComesEveryFewSeconds() {
        ProgressPrinter printer = new ProgressPrinter(streams(false));

        for (int done = 0; done < 1000; done++) {
            printer.accept(at(done, JobState.RUNNING));
        }
        printer.accept(at(1200, JobState.DONE));

        assertThat(err.toString().lines()).hasSize(1).first().asString().doesNotContain("\r", "[", "\u001B");
    }

    private Streams streams(boolean terminal) {
        return new Streams(new PrintWriter(new StringWriter()), new PrintWriter(err, true), terminal, 120);
    }

    private static JobSnapshot at(long done, JobState state) {
        JobProgress progress =
                new JobProgress(done, 1200, "examples", "train.epoch", Map.of("loss", 4.5), 300, Duration.ofSeconds(2));
        return new JobSnapshot(UUID.randomUUID(), JobKind.TRAIN, "", state, progress, Instant.EPOCH, null, null, null);
    }
}
