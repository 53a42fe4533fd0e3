package dev.torii.views.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobProgress;
import dev.torii.models.job.JobSnapshot;
import dev.torii.models.job.JobState;
import dev.torii.views.i18n.Language;
import dev.torii.views.i18n.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobTextTest {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private final Messages messages = new Messages(Language.ENGLISH);
    private final JobText texts = new JobText(messages);

    @Test
    void aRunningJobSaysHowFarItIsHowFastAndHowLongItTakes() {
        JobSnapshot job = job(
                JobState.RUNNING,
                new JobProgress(500, 1000, "rows", "no.such.stage", Map.of(), 50, Duration.ofSeconds(10)),
                null);
        assertThat(texts.progress(job)).isEqualTo("500 of 1,000 rows  ·  50/s  ·  10 s left");
        assertThat(texts.stage(job)).isEqualTo("no.such.stage");
        messages.languageProperty().set(Language.JAPANESE);
        assertThat(texts.progress(job)).contains("500").contains("残り 10 秒");
    }

    @Test
    void aJobOfUnknownLengthSaysWhatItDid() {
        JobSnapshot job =
                job(JobState.RUNNING, new JobProgress(500, 0, "rows", "", Map.of(), 2.5, Duration.ofSeconds(10)), null);
        assertThat(texts.progress(job)).isEqualTo("500 rows  ·  2.5/s");
    }

    @Test
    void aFinishedJobSaysHowLongItTookAndNoLongerHowFastItIs() {
        JobSnapshot job = job(
                JobState.DONE,
                new JobProgress(1000, 1000, "rows", "", Map.of("loss", 0.25), 50, Duration.ZERO),
                START.plusSeconds(90));
        assertThat(texts.stage(job)).isEqualTo("Done in 1 min 30 s");
        assertThat(texts.progress(job)).isEqualTo("1,000 of 1,000 rows");
        assertThat(texts.figures(job)).endsWith("0.2500");
        assertThat(texts.title(job)).isEqualTo("Import · ml-100k");
    }

    private static JobSnapshot job(JobState state, JobProgress progress, @Nullable Instant finishedAt) {
        return new JobSnapshot(
                new UUID(0, 1), JobKind.IMPORT, "ml-100k", state, progress, START, finishedAt, null, null);
    }
}
