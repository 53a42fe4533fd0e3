package dev.torii.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.torii.engine.EngineConfig.ScheduleConfig;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CronExpressionTest {
    @Test
    void theDefaultTrainingIsSundayAtFourInTokyo() {
        ScheduleConfig config = ScheduleConfig.DEFAULT;
        Schedule schedule = CronExpression.of("schedule.train", config.train(), config.timeZone())
                .orElseThrow();
        Instant friday = Instant.parse("2026-11-20T12:00:00Z");
        Instant next = schedule.getNextExecutionTime(ExecutionComplete.simulatedSuccess(friday));
        assertThat(next).isEqualTo("2026-11-21T19:00:00Z");
    }

    @Test
    void fiveFieldsAndSixAreUnderstoodAndOffIsNever() {
        assertThat(CronExpression.isValid("*/5 * * * *")).isTrue();
        assertThat(CronExpression.isValid("*/2 * * * * *")).isTrue();
        assertThat(CronExpression.of("schedule.train", "off", "UTC")).isEmpty();
        assertThat(CronExpression.of("schedule.train", "-", "UTC")).isEmpty();
        assertThat(CronExpression.isValid("every sunday")).isFalse();
        assertThat(CronExpression.isValid("61 4 * * *")).isFalse();
    }

    @Test
    void whatIsNoExpressionIsAnErrorThatNamesTheKey() {
        assertThatThrownBy(() -> CronExpression.of("schedule.embed", "61 4 * * *", "UTC"))
                .isInstanceOfSatisfying(ToriiException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION);
                    assertThat(e.getMessage()).contains("schedule.embed", "61 4 * * *");
                });
        assertThatThrownBy(() -> CronExpression.of("schedule.embed", "off", "Mars/Olympus"))
                .hasMessageContaining("schedule.timeZone");
    }
}
