package dev.torii.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JobTest {
    private final Jobs jobs = new Jobs(Clock.systemUTC());

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void aListenerThatThrowsKeepsNobodyWaiting() {
        jobs.onChange(snapshot -> {
            if (snapshot.state() != JobState.WAITING) {
                throw new IllegalStateException("a listener of " + snapshot.state());
            }
        });

        Job<String> job = jobs.start(JobKind.EMBED, "", context -> "done");

        assertThat(job.result().orTimeout(10, TimeUnit.SECONDS)).succeedsWithin(10, TimeUnit.SECONDS);
        assertThat(job.await()).isEqualTo("done");
        assertThat(job.snapshot().state()).isEqualTo(JobState.DONE);
    }

    @Test
    void anErrorOfTheVirtualMachineIsAFailureToo() {
        Job<String> job = jobs.start(JobKind.EMBED, "", context -> {
            throw new StackOverflowError("too deep");
        });

        assertThatThrownBy(job::await)
                .isInstanceOfSatisfying(
                        ToriiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
                .hasMessageContaining("too deep");
        assertThat(job.snapshot().state()).isEqualTo(JobState.FAILED);
    }
}
