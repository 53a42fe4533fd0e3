package dev.torii.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.Jobs;
import dev.torii.engine.recommend.collaborative.Ease;
import dev.torii.engine.recommend.collaborative.Popularity;
import dev.torii.models.evaluate.EvaluationReport;
import dev.torii.models.evaluate.Protocol;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.recommendation.Algorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationServiceTest {
    @TempDir
    private Path folder = Path.of("");

    private final Jobs jobs = new Jobs(Clock.systemUTC());
    private EvaluationService service = service(folder);

    @BeforeEach
    void keepReportsInTheFolder() {
        service = service(folder.resolve("reports"));
    }

    private EvaluationService service(Path reports) {
        return EvaluationService.withoutDatabase(
                jobs,
                Map.of(Algorithm.POPULAR, new Popularity(), Algorithm.EASE, new Ease(1)),
                new EvaluationReports(reports),
                Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private EvaluationRequest request(
            @Nullable Path data, @Nullable Path train, @Nullable Path test, Protocol protocol) {
        return new EvaluationRequest(data, train, test, protocol, List.of(Algorithm.POPULAR, Algorithm.EASE), 4, 7);
    }

    private EvaluationReport pair() throws IOException {
        Path train = write("train.tsv", "ann\tx\t5", "ann\ty\t4", "bob\tx\t5", "bob\ty\t1", "cleo\ty\t4", "cleo\tz\t5");
        Path test = write("test.tsv", "bob\ty\t4", "ann\tz\t5", "ann\tw\t5", "dan\tx\t5", "cleo\tx\t3");
        return service.evaluate(request(null, train, test, Protocol.FOLDS)).await();
    }

    @Test
    void evaluatesAPairOfFiles() throws IOException {
        EvaluationReport report = pair();
        assertThat(report.folds()).isEqualTo(1);
        assertThat(report.splits().getFirst().usersRanked()).isEqualTo(2);
        assertThat(report.splits().getFirst().usersWithoutTraining()).isEqualTo(1);
        assertThat(report.splits().getFirst().unreachablePairs()).isEqualTo(1);
        assertThat(report.results()).extracting("algorithm").containsExactly("popular", "ease", "linear");
        // Ann's only unseen item is z, one of her two; Bob's are y, his one, and z.
        assertThat(report.results().getFirst().metrics().get("recall@10"))
                .extracting("value")
                .isEqualTo(0.75);
        assertThat(report.comparisons()).hasSize(2);
    }

    @Test
    void theSameSeedGivesTheSameReport() throws IOException {
        EvaluationReport first = pair();
        for (int again = 0; again < 3; again++) {
            EvaluationReport other = pair();
            assertThat(other.results())
                    .usingRecursiveComparison()
                    .ignoringFields("fitTime", "rankTime")
                    .isEqualTo(first.results());
            assertThat(other.comparisons()).isEqualTo(first.comparisons());
            assertThat(other.segments()).isEqualTo(first.segments());
            assertThat(other.splits()).isEqualTo(first.splits());
        }
        assertThat(service.reports().list()).hasSize(4);
    }

    @Test
    void comparesThePairsThatAreAskedFor() throws IOException {
        Path train = write("train.tsv", "ann\tx\t5", "ann\ty\t4", "bob\tx\t5", "cleo\ty\t4", "cleo\tz\t5");
        Path test = write("test.tsv", "bob\ty\t4", "ann\tz\t5");
        EvaluationReport report = service.evaluate(comparing(train, test, Algorithm.EASE, Algorithm.LINEAR))
                .await();
        assertThat(report.comparisons()).hasSize(1);
        assertThat(report.comparisons().getFirst().algorithm()).isEqualTo("ease");
        assertThat(report.comparisons().getFirst().baseline()).isEqualTo("linear");
        assertThatThrownBy(() -> comparing(train, test, Algorithm.EASE, Algorithm.IALS))
                .hasMessageContaining("ials shall be compared");
        assertThatThrownBy(() -> comparing(train, test, Algorithm.EASE, Algorithm.EASE))
                .hasMessageContaining("with itself");
    }

    private static EvaluationRequest comparing(Path train, Path test, Algorithm first, Algorithm second) {
        return new EvaluationRequest(
                null,
                train,
                test,
                Protocol.FOLDS,
                List.of(Algorithm.POPULAR, Algorithm.EASE),
                4,
                7,
                new EvaluationOptions(0.2, false, 100, List.of(new EvaluationOptions.Pair(first, second))));
    }

    @Test
    void filesOfPairsWithoutRatingsAreAllPositive() throws IOException {
        Path train = write("pairs.tsv", "1\t10", "1\t11", "2\t10");
        Path test = write("held.tsv", "2\t11");
        EvaluationReport report =
                service.evaluate(request(null, train, test, Protocol.FOLDS)).await();
        assertThat(report.splits().getFirst().trainingPairs()).isEqualTo(3);
        assertThat(report.results().getFirst().metrics().get("hit_rate@10"))
                .extracting("value")
                .isEqualTo(1.0);
    }

    @Test
    void writesTheReportAsMarkdown() throws IOException {
        EvaluationReport report = pair();
        assertThat(EvaluationMarkdown.of(report))
                .contains("| metric | popular | ease | linear |")
                .contains("| recall@10 | 0.7500 (")
                .contains("1 users without training left out")
                .contains("of the same users");
    }

    @Test
    void foldsOfAFolderGoByNumberAndLeaveOthersOut() throws IOException {
        for (String name : List.of("u10", "u2", "ua")) {
            write(name + ".base", "1\t10\t5\t100", "1\t11\t5\t101", "2\t10\t5\t102");
            write(name + ".test", "2\t11\t5\t103");
        }
        EvaluationReport report =
                service.evaluate(request(folder, null, null, Protocol.FOLDS)).await();
        assertThat(report.splits()).extracting("name").containsExactly("u2", "u10");
    }

    @Test
    void saysWhatIsWrongWithItsData() throws IOException {
        assertFails(request(folder, null, null, Protocol.FOLDS), ErrorCode.BROKEN_INPUT, "holds no folds");
        assertFails(request(null, null, null, Protocol.FOLDS), ErrorCode.USAGE, "given training and test files");
        assertFails(request(null, null, null, Protocol.TEMPORAL), ErrorCode.USAGE, "no data");
        write("u1.base", "1\t10\t5\t100", "1\t11\tmany\t101");
        assertFails(request(folder, null, null, Protocol.FOLDS), ErrorCode.BROKEN_INPUT, "u1.test is not there");
        write("u1.test", "1\t10\t5\t100");
        assertFails(request(folder, null, null, Protocol.FOLDS), ErrorCode.BROKEN_INPUT, "many");
        Path train = write("train.tsv", "1\t10\t5");
        Path test = write("test.tsv", "2\t10\t5");
        assertFails(request(null, train, test, Protocol.FOLDS), ErrorCode.INVALID_VALUE, "No user has ratings");
    }

    @Test
    void refusesARequestThatDoesNotFitTogether() {
        Path file = Path.of("train.tsv");
        assertThatThrownBy(() -> request(null, file, null, Protocol.FOLDS))
                .isInstanceOf(ToriiException.class)
                .hasMessageContaining("train.tsv");
        assertThatThrownBy(() -> request(null, file, file, Protocol.TEMPORAL)).isInstanceOf(ToriiException.class);
        assertThatThrownBy(() -> service.evaluate(
                        new EvaluationRequest(folder, null, null, Protocol.FOLDS, List.of(Algorithm.ITEM_KNN), 4, 7)))
                .isInstanceOfSatisfying(ToriiException.class, failure -> {
                    assertThat(failure).hasMessageContaining("item_knn");
                    assertThat(failure.advice()).contains("popular, ease");
                });
    }

    private void assertFails(EvaluationRequest request, ErrorCode code, String message) {
        Job<EvaluationReport> job = service.evaluate(request);
        assertThatThrownBy(job::await).isInstanceOfSatisfying(ToriiException.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure).hasMessageContaining(message);
            assertThat(failure.advice()).startsWith("Maybe");
        });
    }
}
