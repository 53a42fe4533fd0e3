package dev.torii.engine.ingest.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.torii.engine.database.Database;
import dev.torii.engine.ingest.IngestDatabase;
import dev.torii.engine.ingest.ResearchData;
import dev.torii.engine.ingest.sync.IngestRuns;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.Jobs;
import dev.torii.engine.people.PeopleService;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.people.UserSummary;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.sync.QuarantinedItem;
import dev.torii.models.sync.SyncCounts;
import dev.torii.models.sync.SyncRun;
import dev.torii.models.sync.SyncState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(IngestDatabase.class)
class ImportServiceTest {
    private final Clock clock = Clock.systemUTC();
    private final Jobs jobs = new Jobs(clock);
    private final Database database;
    private final IngestRuns runs;
    private final ImportService imports;

    @TempDir
    Path folder;

    ImportServiceTest(Database database) {
        this.database = database;
        this.runs = new IngestRuns(database, clock);
        this.imports = new ImportService(jobs, runs, 4);
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void importsMovieLensAndMeetsTheSameRowsAgain() {
        SyncRun first = imports.movielens(SmallMovieLens.ml100k(folder)).await();
        SyncRun again = imports.movielens(folder).await();

        assertThat(first.state()).isEqualTo(SyncState.DONE);
        assertThat(first.counts()).isEqualTo(new SyncCounts(7, 7, 0, 0, 0, 0));
        assertThat(again.counts()).isEqualTo(new SyncCounts(7, 0, 0, 7, 0, 0));
        assertThat(IngestDatabase.count(database, "video")).isEqualTo(3);
        assertThat(IngestDatabase.count(database, "app_user")).isEqualTo(2);
        assertThat(IngestDatabase.count(database, "interaction")).isEqualTo(4);
        assertThat(new PeopleService(database).find("1"))
                .hasValueSatisfying(user -> assertThat(user)
                        .extracting(UserSummary::id, UserSummary::likes, UserSummary::skips)
                        .containsExactly(SourceIds.user("movielens", "1"), 1L, 0L));
    }

    @Test
    void aBrokenLineLeavesNothingButTheRecordOfTheAttempt() {
        SmallMovieLens.ml100k(folder);
        SmallMovieLens.write(folder, "u.data", StandardCharsets.ISO_8859_1, "1\t1\t5\t881250949\n1\t2\t3\n");

        ToriiException failure = failure(imports.movielens(folder));

        assertThat(failure.code()).isEqualTo(ErrorCode.BROKEN_INPUT);
        assertThat(IngestDatabase.count(database, "video")).isZero();
        assertThat(IngestDatabase.count(database, "app_user")).isZero();
        assertThat(runs.newest(10)).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(SyncState.FAILED);
            assertThat(run.counts()).isEqualTo(SyncCounts.ZERO);
            assertThat(run.failure()).contains("u.data line 2");
        });
    }

    @Test
    void cancellingLeavesNothingHalfWritten() {
        Path data = ResearchData.folder("ml-100k");
        Job<SyncRun> job = imports.movielens(data);
        job.onChange(snapshot -> {
            if (snapshot.progress().message().equals("import.interactions")
                    && snapshot.progress().done() > 0) {
                job.cancel();
            }
        });

        assertThat(failure(job).code()).isEqualTo(ErrorCode.CANCELLED);
        assertThat(IngestDatabase.count(database, "video")).isZero();
        assertThat(IngestDatabase.count(database, "interaction")).isZero();
        assertThat(runs.newest(1).getFirst().state()).isEqualTo(SyncState.CANCELLED);
    }

    @Test
    void aRunWhoseProcessDiedIsMarkedByTheNextOne() {
        database.useService(handle -> handle.execute("""
                insert into public.sync_run (id, source, state, started_at)
                values ('6f0a3f0e-5b1c-5d0a-9d7e-7a1f0b9c2e11', 'movielens', 'RUNNING', now() - interval '1 hour')"""));

        imports.movielens(SmallMovieLens.ml1m(folder)).await();

        assertThat(runs.newest(10)).extracting(SyncRun::state).containsExactly(SyncState.DONE, SyncState.FAILED);
        assertThat(runs.newest(10).getLast().failure()).contains("The process ended");
    }

    @Test
    void twoImportsOfOneSourceDoNotRunAtOnce() {
        SmallMovieLens.ml1m(folder);
        ToriiException failure = database.asService(handle -> {
            handle.createQuery(
                            "select 1 from (select pg_advisory_xact_lock(hashtextextended('torii.run.movielens', 0))) x")
                    .mapTo(Integer.class)
                    .one();
            runs.closeAbandoned();
            return failure(imports.movielens(folder));
        });

        assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(runs.newest(10)).isEmpty();
    }

    @Test
    void refusesASecondDataSetWhoseUsersAreOthers(@TempDir Path other) {
        imports.movielens(SmallMovieLens.ml100k(folder)).await();

        ToriiException failure = failure(imports.movielens(SmallMovieLens.latest(other)));

        assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(failure).hasMessageContaining("another MovieLens data set");
        assertThat(IngestDatabase.count(database, "interaction")).isEqualTo(4);
    }

    @Test
    void importsCsvAndSetsAsideWhatMakesNoSense() {
        SmallMovieLens.write(folder, "videos.csv", StandardCharsets.UTF_8, """
                \uFEFFID,Title,Genres,Maker,price,duration_minutes,released_at,color
                a,"灯台, そして ""海""
                第二部",ドラマ|旅,青空映像,3200,95,2024-05-01,blue
                a,"灯台, そして ""海""
                第二部",ドラマ|旅,青空映像,3200,95,2024-05-01,blue
                a,別の題名,,,,,,
                b,夏,,,free,,,
                c,,,,,,,
                d,冬,ドラマ,,,,2024-13-01,
                e,秋
                f,春,,,,,1999,
                """);
        SmallMovieLens.write(folder, "interactions.csv", StandardCharsets.UTF_8, """
                userId,video_id,kind,value,timestamp
                u1,a,like,,2024-06-01T10:00:00Z
                u1,a,like,,2024-06-01T10:00:00Z
                u1,f,,4.5,1717236000
                u2,f,view,1.5,
                u2,zzz,like,,
                u2,f,dislike,,
                u2,f,"skip,,
                """);

        Job<SyncRun> job = imports.csv(folder.resolve("videos.csv"), folder.resolve("interactions.csv"));
        SyncRun run = job.await();

        assertThat(run.counts()).isEqualTo(new SyncCounts(15, 4, 0, 0, 9, 2));
        assertThat(runs.quarantine(run.id(), 100))
                .extracting(QuarantinedItem::place, QuarantinedItem::reason)
                .map(Object::toString)
                .containsExactly(
                        "(\"videos.csv line 6\", \"id a stands on line 2 already, otherwise\")",
                        "(\"videos.csv line 7\", \"price \"free\" is not a number\")",
                        "(\"videos.csv line 8\", \"title is empty\")",
                        "(\"videos.csv line 9\", \"released_at \"2024-13-01\" is not a time like 2025-09-24T10:00:00Z\")",
                        "(\"videos.csv line 10\", \"the row has 2 fields, the header line 8\")",
                        "(\"interactions.csv line 5\", \"value 1.5 is not between 0 and 1\")",
                        "(\"interactions.csv line 7\", \"kind \"dislike\" is none of rating, view, purchase, like, skip\")",
                        "(\"interactions.csv line 8\", \"a quoted field is not closed before the file ends\")",
                        "(\"interactions.csv line 6\", \"the video zzz is neither in the file of videos nor in the catalogue\")");
        assertThat(runs.quarantine(run.id(), 1).getFirst().raw()).isEqualTo("a,別の題名,,,,,,");
        assertThat(job.log()).anySatisfy(line -> assertThat(line).contains("color"));
        assertThat(IngestDatabase.rows(database, "select title from public.video order by external_id"))
                .extracting(row -> row.get("title"))
                .containsExactly("灯台, そして \"海\"\n第二部", "春");
    }

    @Test
    void aCsvFileWithoutItsColumnsStopsTheImport() {
        SmallMovieLens.write(folder, "videos.csv", StandardCharsets.UTF_8, "id,title\na,夏\n");
        SmallMovieLens.write(folder, "interactions.csv", StandardCharsets.UTF_8, "who,what\nu,a\n");

        ToriiException failure = failure(imports.csv(folder.resolve("videos.csv"), folder.resolve("interactions.csv")));

        assertThat(failure.code()).isEqualTo(ErrorCode.BROKEN_INPUT);
        assertThat(failure).hasMessageContaining("has no column");
        assertThat(IngestDatabase.count(database, "video")).isZero();
    }

    @Test
    void importsTheReal100k() {
        Path data = ResearchData.folder("ml-100k");

        SyncRun run = imports.movielens(data).await();

        assertThat(run.counts()).isEqualTo(new SyncCounts(101_682, 101_682, 0, 0, 0, 0));
        assertThat(List.of("video", "app_user", "interaction"))
                .map(table -> IngestDatabase.count(database, table))
                .containsExactly(1682L, 943L, 100_000L);
    }

    private static ToriiException failure(Job<SyncRun> job) {
        ToriiException failure = catchThrowableOfType(ToriiException.class, job::await);
        assertThat(failure).isNotNull();
        return failure;
    }
}
