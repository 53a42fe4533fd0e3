package dev.torii.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.torii.engine.EngineConfig.ScheduleConfig;
import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.catalog.Videos;
import dev.torii.engine.database.Database;
import dev.torii.engine.database.FreshDatabase;
import dev.torii.engine.jobs.Jobs;
import dev.torii.engine.monitor.jobs.JobHistory;
import dev.torii.engine.monitor.jobs.JobRecord;
import dev.torii.engine.monitor.jobs.JobRecorder;
import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two processes' worth of schedules on one database.
class SchedulesTest {
    private static final ScheduleConfig EACH_SECOND = new ScheduleConfig("* * * * * *", "off", "UTC");

    private final FreshDatabase fresh = FreshDatabase.portable();
    private final AtomicInteger trained = new AtomicInteger();

    @AfterEach
    void drop() {
        fresh.close();
    }

    @Test
    void oneOfTwoCarriesItOutAndSaysWhenNothingChanged() {
        try (Side one = new Side("one");
                Side two = new Side("two")) {
            one.schedules.start();
            two.schedules.start();
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> one.jobsOfSchedule().size() >= 4);
            assertThat(trained).hasValue(1);
            List<JobRecord> jobs = one.jobsOfSchedule();
            assertThat(jobs).extracting(JobRecord::actor).containsOnly("schedule");
            assertThat(jobs.subList(0, jobs.size() - 1))
                    .filteredOn(job -> job.state() == JobState.DONE)
                    .isNotEmpty()
                    .allSatisfy(job -> assertThat(job.note()).contains("nothing changed"));
            assertThat(jobs)
                    .extracting(job -> job.startedAt().truncatedTo(ChronoUnit.MILLIS))
                    .doesNotHaveDuplicates();
            Instant first = jobs.getLast().startedAt();
            Instant last = jobs.getFirst().startedAt();
            assertThat((long) jobs.size())
                    .as("one in a second, not one in a second for each side")
                    .isLessThanOrEqualTo(Duration.between(first, last).toSeconds() + 2);

            one.database.useService(handle -> new VideoDao().upsert(handle, List.of(Videos.bare("1", "new"))));
            await().atMost(Duration.ofSeconds(10)).until(() -> trained.get() == 2);
        }
        int before = trained.get();
        try (Side after = new Side("after a restart")) {
            int known = after.jobsOfSchedule().size();
            after.schedules.start();
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> after.jobsOfSchedule().size() > known + 1);
            assertThat(trained).as("what was remembered survives").hasValue(before);
        }
    }

    /// What one process has.
    private final class Side implements AutoCloseable {
        private final Database database = fresh.open();
        private final Jobs jobs = new Jobs(Clock.systemUTC());
        private final JobRecorder recorder;
        private final JobHistory history = new JobHistory(database, Clock.systemUTC());
        private final Schedules schedules;

        Side(String name) {
            recorder = new JobRecorder(database, jobs, Clock.systemUTC(), name);
            schedules = new Schedules(
                    database,
                    jobs,
                    EACH_SECOND,
                    () -> jobs.start(JobKind.TRAIN, "", context -> trained.incrementAndGet()),
                    () -> jobs.start(JobKind.EMBED, "", context -> 0),
                    () -> "");
        }

        List<JobRecord> jobsOfSchedule() {
            return history.list(100);
        }

        @Override
        public void close() {
            jobs.close();
            schedules.close();
            recorder.close();
            database.close();
        }
    }
}
