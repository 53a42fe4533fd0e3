package dev.torii.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.app.http.problem.ProblemKind;
import dev.torii.app.http.problem.Refusal;
import dev.torii.engine.jobs.ServingLoad;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
    private final ConcurrencyLimit limit = new ConcurrencyLimit(2, new ServingLoad());

    @Test
    void oneTooManyIsTurnedAwayAndAPlaceIsGivenBack() throws Exception {
        String inner = limit.run(() -> limit.run(() -> {
            assertThatThrownBy(() -> limit.run(() -> "third"))
                    .isInstanceOfSatisfying(
                            Refusal.class, e -> assertThat(e.kind()).isEqualTo(ProblemKind.SERVICE_UNAVAILABLE));
            return "second";
        }));
        assertThat(inner).isEqualTo("second");
        assertThat(limit.<String>run(() -> "again")).isEqualTo("again");
    }

    @Test
    void workThatFailsGivesItsPlaceBackToo() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> limit.run(() -> {
                        throw new IllegalArgumentException("fails");
                    }))
                    .hasMessage("fails");
        }
        assertThat(limit.<String>run(() -> "still open")).isEqualTo("still open");
    }
}
