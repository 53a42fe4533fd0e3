package dev.torii.views.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.views.fx.ManualExecutor;
import dev.torii.views.fx.Threads;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EngineConnectionTest {
    private final ManualExecutor background = new ManualExecutor();

    @Test
    void isStartingUntilTheOpenerAnswersAndTellsWhyItFailed() {
        AtomicInteger tries = new AtomicInteger();
        EngineConnection connection = new EngineConnection(
                () -> {
                    tries.incrementAndGet();
                    throw new ToriiException(
                            ErrorCode.HOME_UNUSABLE, "The home is in use.", "Maybe another Torii runs.");
                },
                new Threads(background, Runnable::run));
        connection.open();
        assertThat(connection.state()).isInstanceOf(ConnectionState.Starting.class);
        background.runAll();
        assertThat(connection.state()).isInstanceOfSatisfying(ConnectionState.Failed.class, failed -> {
            assertThat(failed.problem().code()).isEqualTo(ErrorCode.HOME_UNUSABLE);
            assertThat(failed.problem().advice()).isEqualTo("Maybe another Torii runs.");
        });

        connection.open();
        assertThat(connection.state()).isInstanceOf(ConnectionState.Starting.class);
        background.runAll();
        assertThat(tries).hasValue(2);
    }
}
