package dev.torii.engine.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.zaxxer.hikari.HikariDataSource;
import dev.torii.engine.EngineConfig.ScheduleConfig;
import dev.torii.engine.database.Database;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.job.JobKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trains and encodes by the clock. What is due and when lies in the database, so it survives restarts, and
/// of several processes on one database one carries it out. When nothing changed since the last time, the job
/// that is recorded says so and does nothing.
public final class Schedules implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final String TABLE = "public.scheduled_task";
    private static final Duration POLLING = Duration.ofSeconds(10);
    private static final Duration QUICK_POLLING = Duration.ofMillis(250);
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);
    private static final int THREADS = 2;

    private final Database database;
    private final Jobs jobs;
    private final ScheduleConfig config;
    private final Supplier<Job<?>> training;
    private final Supplier<Job<?>> encoding;
    private final Supplier<String> activeModel;
    private final DataStateDao data = new DataStateDao();
    private @Nullable Scheduler scheduler;
    private @Nullable HikariDataSource source;

    /// @param training starts a training
    /// @param encoding starts the encoding of what is stale
    /// @param activeModel its version; empty when there is none
    public Schedules(
            Database database,
            Jobs jobs,
            ScheduleConfig config,
            Supplier<Job<?>> training,
            Supplier<Job<?>> encoding,
            Supplier<String> activeModel) {
        this.database = database;
        this.jobs = jobs;
        this.config = config;
        this.training = training;
        this.encoding = encoding;
        this.activeModel = activeModel;
    }

    /// Begins, unless that was done or everything is off.
    ///
    /// @throws dev.torii.models.problem.ToriiException CONFIGURATION for an expression that is none; it names
    /// the key
    public synchronized void start() {
        if (scheduler != null) {
            return;
        }
        List<RecurringTask<String>> tasks = new ArrayList<>();
        CronExpression.of("schedule.train", config.train(), config.timeZone())
                .map(schedule -> task("train", schedule, JobKind.TRAIN, training, this::dataState))
                .ifPresent(tasks::add);
        CronExpression.of("schedule.embed", config.embed(), config.timeZone())
                .map(schedule -> task("embed", schedule, JobKind.EMBED, encoding, this::encodedState))
                .ifPresent(tasks::add);
        if (tasks.isEmpty()) {
            return;
        }
        HikariDataSource opened = database.roleBoundPool(THREADS);
        source = opened;
        scheduler = Scheduler.create(opened)
                .startTasks(tasks)
                .tableName(TABLE)
                .threads(THREADS)
                .pollingInterval(isQuick() ? QUICK_POLLING : POLLING)
                .shutdownMaxWait(LAST_WAIT)
                .failureLogging(LogLevel.WARN, false)
                .build();
        scheduler.start();
        LOG.info("scheduled: train {}, embed {} ({})", config.train(), config.embed(), config.timeZone());
    }

    /// An expression with seconds wants them kept.
    private boolean isQuick() {
        return config.train().strip().split("\\s+", -1).length > 5
                || config.embed().strip().split("\\s+", -1).length > 5;
    }

    private RecurringTask<String> task(
            String name, Schedule schedule, JobKind kind, Supplier<Job<?>> work, Supplier<String> state) {
        return Tasks.recurring(name, schedule, String.class)
                .initialData("")
                .executeStateful((instance, context) ->
                        run(kind, work, state, Objects.requireNonNullElse(instance.getData(), "")));
    }

    /// @param before the state of the data after the last time
    /// @return the state to remember
    private String run(JobKind kind, Supplier<Job<?>> work, Supplier<String> state, String before) {
        String now = state.get();
        return Jobs.as("schedule", () -> {
            if (now.equals(before)) {
                jobs.start(kind, "", context -> {
                            context.log("Skipped: nothing changed since the last time.");
                            return now;
                        })
                        .await();
            } else {
                work.get().await();
            }
            return now;
        });
    }

    private String dataState() {
        return database.asService(data::state);
    }

    private String encodedState() {
        return activeModel.get() + ": " + dataState();
    }

    /// Ends it; jobs that run must have been cancelled before.
    @Override
    public synchronized void close() {
        Optional.ofNullable(scheduler).ifPresent(Scheduler::stop);
        Optional.ofNullable(source).ifPresent(HikariDataSource::close);
        scheduler = null;
        source = null;
    }
}
