package dev.torii.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.jobs.JobContext;
import dev.torii.models.evaluate.EvaluationReport;
import dev.torii.models.evaluate.EvaluationSummary;
import dev.torii.models.evaluate.Protocol;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationReportsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path folder = Path.of("");

    private static EvaluationReport report() {
        EvaluationSplit split = LeaveOneOutSplit.of(SmallSets.of(
                12,
                IntStream.range(0, 30)
                        .mapToObj(user -> IntStream.range(0, 4)
                                .map(i -> (user * 5 + i * 2) % 12)
                                .toArray())
                        .toArray(int[][]::new)));
        RankingOutcome byIndex = new FullRanking(split)
                .rank(
                        (user, scores) -> {
                            for (int item = 0; item < scores.length; item++) {
                                scores[item] = -item;
                            }
                        },
                        JobContext.unwatched());
        return CandidateReport.of(
                split, Protocol.LEAVE_ONE_OUT, Map.of("two_tower", byIndex), 4, 7, NOW, JobContext.unwatched());
    }

    @Test
    void aReportOfATrainingHasTheLinearModelInIt() {
        EvaluationReport report = report();
        assertThat(report.results()).extracting("algorithm").containsExactly("two_tower", "linear");
        assertThat(report.comparisons()).hasSize(1);
        assertThat(report.results().getFirst().metrics().get("coverage@10"))
                .matches(coverage -> coverage.low() <= coverage.value() && coverage.value() <= coverage.high());
        assertThat(report.segments()).extracting("name").contains("new users", "popular items");
    }

    @Test
    void comesBackAsItWasKept() {
        EvaluationReports reports = new EvaluationReports(folder.resolve("a/b"));
        assertThat(reports.list()).isEmpty();
        EvaluationReport kept = reports.save(report());

        assertThat(kept.id()).isEqualTo("20260102-030405-leave-one-out");
        assertThat(reports.read(kept.id())).isEqualTo(kept);
        assertThat(folder.resolve("a/b").resolve(kept.id()).resolve("evaluation.md"))
                .content()
                .contains("| metric | two_tower | linear |", "new users", "mrr@10");
    }

    @Test
    void aSecondReportOfTheSameSecondGetsAnIdOfItsOwn() {
        EvaluationReports reports = new EvaluationReports(folder);
        EvaluationReport first = reports.save(report());
        EvaluationReport second = reports.save(report());

        assertThat(second.id()).isEqualTo(first.id() + "-2");
        assertThat(reports.list()).extracting(EvaluationSummary::id).containsExactly(second.id(), first.id());
        assertThat(reports.list()).allMatch(summary -> summary.problem() == null && summary.ndcg() > 0);
    }

    @Test
    void aDamagedReportSaysSoAndHidesNoOther() throws IOException {
        EvaluationReports reports = new EvaluationReports(folder);
        EvaluationReport whole = reports.save(report());
        EvaluationReport damaged = reports.save(report());
        Files.writeString(folder.resolve(damaged.id()).resolve("evaluation.json"), "{\"protocol\": \"tem");

        assertThat(reports.list()).hasSize(2);
        assertThat(reports.list().getFirst().problem()).contains("cannot be read");
        assertThat(reports.list().getLast().id()).isEqualTo(whole.id());
        assertFails(() -> reports.read(damaged.id()), ErrorCode.BROKEN_INPUT);
        assertFails(() -> reports.read("20260102-030405-temporal"), ErrorCode.NOT_FOUND);
        assertFails(() -> reports.read("../" + whole.id()), ErrorCode.NOT_FOUND);
    }

    @Test
    void leavesNothingWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertFails(() -> new EvaluationReports(file).save(report()), ErrorCode.HOME_UNUSABLE);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    private static void assertFails(Runnable work, ErrorCode code) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(ToriiException.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.advice()).startsWith("Maybe");
        });
    }
}
