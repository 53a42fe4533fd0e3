package dev.torii.views.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobSnapshot;
import dev.torii.models.job.JobState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.views.fx.ManualExecutor;
import dev.torii.views.fx.Threads;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivityViewModelTest {
    private final Jobs jobs = new Jobs(Clock.systemUTC());
    private final ManualExecutor screen = new ManualExecutor();
    private final ActivityViewModel model = new ActivityViewModel(
            new Threads(Runnable::run, task -> {
                synchronized (screen) {
                    screen.execute(task);
                }
            }),
            Duration.ZERO);

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void showsARunningJobAndTellsWhenItEnded() throws InterruptedException {
        List<JobSnapshot> ended = new ArrayList<>();
        model.onFinished(ended::add);
        model.watch(jobs);
        CountDownLatch reported = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Job<String> job = jobs.start(JobKind.TRAIN, "towers", context -> {
            context.begin("train.epoch", 10, "examples");
            context.progress(4);
            context.figure("loss", 2.5);
            reported.countDown();
            go.await();
            return "done";
        });
        assertThat(reported.await(5, TimeUnit.SECONDS)).isTrue();
        drain();
        assertThat(model.runningProperty().get()).isEqualTo(1);
        assertThat(model.runningKinds()).containsExactly(JobKind.TRAIN);
        assertThat(model.rows()).singleElement().satisfies(row -> {
            assertThat(row.snapshot().progress().done()).isEqualTo(4);
            assertThat(row.snapshot().progress().figures()).containsEntry("loss", 2.5);
        });
        assertThat(ended).isEmpty();

        go.countDown();
        job.await();
        drain();
        assertThat(model.runningProperty().get()).isZero();
        assertThat(model.runningKinds()).isEmpty();
        assertThat(ended)
                .singleElement()
                .satisfies(snapshot -> assertThat(snapshot.state()).isEqualTo(JobState.DONE));
    }

    @Test
    void manyReportsBetweenTwoLooksAreOneChange() {
        model.watch(jobs);
        jobs.start(JobKind.IMPORT, "", context -> {
                    context.begin("import.read", 1000, "rows");
                    for (int row = 0; row < 1000; row++) {
                        context.progress(row);
                    }
                    return 0;
                })
                .await();
        assertThat(screen.size()).isEqualTo(1);
        drain();
        assertThat(model.rows()).hasSize(1);
        assertThat(model.rows().getFirst().snapshot().state()).isEqualTo(JobState.DONE);
    }

    @Test
    void cancelsTheJobOfARow() {
        model.watch(jobs);
        CountDownLatch never = new CountDownLatch(1);
        Job<Integer> job = jobs.start(JobKind.EMBED, "", context -> {
            context.cancellation().onCancel(never::countDown);
            never.await();
            context.checkCancelled();
            return 0;
        });
        model.cancel(job.id());
        ToriiException failure = (ToriiException) catchThrowable(job::await);
        assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED);
        drain();
        assertThat(model.rows().getFirst().snapshot().state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void showsJobsThatRanBeforeItWatched() {
        jobs.start(JobKind.SAMPLE, "first", context -> 1).await();
        jobs.start(JobKind.TRAIN, "second", context -> 1).await();
        model.watch(jobs);
        drain();
        assertThat(model.rows()).extracting(row -> row.snapshot().title()).containsExactly("second", "first");
    }

    private void drain() {
        synchronized (screen) {
            screen.runAll();
        }
    }
}
