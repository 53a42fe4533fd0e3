package dev.torii.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class ParallelLoopTest {
    @Test
    void takesEachStepOnce() {
        AtomicIntegerArray taken = new AtomicIntegerArray(1001);
        ParallelLoop.run(taken.length(), JobContext.unwatched(), () -> taken::incrementAndGet);
        for (int step = 0; step < taken.length(); step++) {
            assertThat(taken.get(step)).isEqualTo(1);
        }
    }

    @Test
    void handsOnTheFailureOfAStep() {
        assertThatThrownBy(() -> ParallelLoop.run(1000, JobContext.unwatched(), () -> step -> {
                    if (step == 500) {
                        throw new IllegalStateException("step 500");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("step 500");
    }

    @Test
    void stopsWhenItsJobIsCancelled() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        try (Jobs jobs = new Jobs(Clock.systemUTC())) {
            Job<Integer> job = jobs.start(JobKind.EVALUATE, "", context -> {
                ParallelLoop.run(Integer.MAX_VALUE / 2, context, () -> step -> running.countDown());
                return 1;
            });
            running.await();
            job.cancel();
            assertThatThrownBy(job::await)
                    .isInstanceOfSatisfying(
                            ToriiException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED));
            assertThat(job.snapshot().state()).isEqualTo(JobState.CANCELLED);
        }
    }
}
