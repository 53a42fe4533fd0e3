package dev.torii.engine.monitor.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.torii.engine.database.Database;
import dev.torii.engine.database.FreshDatabase;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobRecorderTest {
    private final FreshDatabase fresh = FreshDatabase.portable();
    private final Database database = fresh.open();
    private final Jobs jobs = new Jobs(Clock.systemUTC());
    private final JobRecorder recorder = new JobRecorder(database, jobs, Clock.systemUTC(), "here");
    private final JobHistory history = new JobHistory(database, Clock.systemUTC());

    @AfterEach
    void close() {
        jobs.close();
        recorder.close();
        database.close();
        fresh.close();
    }

    @Test
    void aJobIsRememberedWithWhoWhatAndItsLastWord() {
        Job<Integer> job = Jobs.as(
                "somebody",
                () -> jobs.start(JobKind.TRAIN, "towers", context -> {
                    context.begin("train.epoch", 10, "examples");
                    context.progress(7);
                    context.log("beats popularity");
                    return 1;
                }));
        job.await();
        jobs.start(JobKind.INDEX, "of no interest", context -> 1).await();

        assertThat(history.list(10)).singleElement().satisfies(record -> {
            assertThat(record.id()).isEqualTo(job.id());
            assertThat(record.actor()).isEqualTo("somebody");
            assertThat(record.process()).isEqualTo("here");
            assertThat(record.state()).isEqualTo(JobState.DONE);
            assertThat(record.note()).isEqualTo("beats popularity");
            assertThat(record.stage()).isEqualTo("train.epoch");
            assertThat(record.done()).isEqualTo(7);
            assertThat(record.finishedAt()).isNotNull();
        });
    }

    @Test
    void anotherProcessEndsAJobThroughTheDatabase() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Job<Integer> job = jobs.start(JobKind.EMBED, "", context -> {
            begun.countDown();
            while (true) {
                context.checkCancelled();
                Thread.sleep(5);
            }
        });
        begun.await();
        try (Database other = fresh.open()) {
            new JobHistory(other, Clock.systemUTC()).cancel(job.id());
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> job.snapshot().state() == JobState.CANCELLED
                        && history.find(job.id()).orElseThrow().state() == JobState.CANCELLED);
        assertThat(history.find(job.id()).orElseThrow().cancelRequestedAt()).isNotNull();
        assertThatThrownBy(() -> history.cancel(job.id()))
                .isInstanceOfSatisfying(
                        ToriiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void theJobsOfAProcessThatDiedAreClosedByTheNext() {
        Instant longAgo = Instant.parse("2026-01-01T00:00:00Z");
        Clock then = Clock.fixed(longAgo, ZoneOffset.UTC);
        Jobs dead = new Jobs(then);
        JobRecorder silent = new JobRecorder(database, dead, then, "dead");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Job<Integer> job = dead.start(JobKind.TRAIN, "", context -> {
            begun.countDown();
            end.await();
            return 1;
        });
        await().until(() -> begun.getCount() == 0 && history.find(job.id()).isPresent());
        try (JobRecorder next = new JobRecorder(database, jobs, Clock.systemUTC(), "next")) {
            assertThat(history.find(job.id()).orElseThrow()).satisfies(record -> {
                assertThat(record.state()).isEqualTo(JobState.FAILED);
                assertThat(record.failure()).contains("process ended");
                assertThat(record.finishedAt()).isEqualTo(longAgo);
            });
            assertThat(next).isNotNull();
        } finally {
            end.countDown();
            silent.close();
            dead.close();
        }
    }
}
