package dev.torii.engine.ingest.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.torii.engine.database.Database;
import dev.torii.engine.ingest.IngestDatabase;
import dev.torii.engine.ingest.sync.IngestRuns;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.sync.SyncRun;
import dev.torii.models.sync.SyncState;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(IngestDatabase.class)
class SampleServiceTest {
    private final Clock clock = Clock.systemUTC();
    private final Jobs jobs = new Jobs(clock);
    private final Database database;
    private final SampleService sample;

    SampleServiceTest(Database database) {
        this.database = database;
        this.sample = new SampleService(jobs, new IngestRuns(database, clock));
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void fillsAnEmptyDatabaseOnce() {
        SyncRun run = sample.fill(200, 30, 7).await();

        assertThat(run.state()).isEqualTo(SyncState.DONE);
        assertThat(run.source()).isEqualTo("sample");
        assertThat(IngestDatabase.count(database, "video")).isEqualTo(200);
        assertThat(IngestDatabase.count(database, "app_user")).isEqualTo(30);
        assertThat(run.counts().added()).isEqualTo(200 + IngestDatabase.count(database, "interaction"));

        ToriiException again = catchThrowableOfType(
                ToriiException.class, () -> sample.fill(200, 30, 7).await());
        assertThat(again.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(again.advice()).startsWith("Maybe");
    }

    @Test
    void refusesSizesThatMakeNoCatalogue() {
        assertThat(catchThrowableOfType(ToriiException.class, () -> sample.fill(3, 30, 7))
                        .code())
                .isEqualTo(ErrorCode.INVALID_VALUE);
        assertThat(catchThrowableOfType(ToriiException.class, () -> sample.fill(200, 0, 7))
                        .code())
                .isEqualTo(ErrorCode.INVALID_VALUE);
    }
}
