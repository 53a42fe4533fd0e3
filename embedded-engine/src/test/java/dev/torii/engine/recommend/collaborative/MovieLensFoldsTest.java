package dev.torii.engine.recommend.collaborative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.engine.evaluate.EvaluationReports;
import dev.torii.engine.evaluate.EvaluationRequest;
import dev.torii.engine.evaluate.EvaluationService;
import dev.torii.engine.ingest.ResearchData;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.evaluate.AlgorithmResult;
import dev.torii.models.evaluate.EvaluationReport;
import dev.torii.models.evaluate.MetricEstimate;
import dev.torii.models.evaluate.Protocol;
import dev.torii.models.recommendation.Algorithm;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The five stock splits of MovieLens 100K, rating 4 and higher, against figures that were computed
/// independently (but for iALS): they prove the protocol and the baselines together.
class MovieLensFoldsTest {
    private static EvaluationReport report;

    @BeforeAll
    static void evaluate(@TempDir Path reports) {
        Path folder = ResearchData.folder("ml-100k");
        try (Jobs jobs = new Jobs(Clock.systemUTC())) {
            EvaluationService service = EvaluationService.withoutDatabase(
                    jobs,
                    Map.of(
                            Algorithm.POPULAR, new Popularity(),
                            Algorithm.ITEM_KNN, ItemKnn.DEFAULT,
                            Algorithm.EASE, Ease.DEFAULT,
                            Algorithm.IALS, Ials.DEFAULT),
                    new EvaluationReports(reports),
                    Clock.systemUTC());
            report = service.evaluate(new EvaluationRequest(
                            folder,
                            null,
                            null,
                            Protocol.FOLDS,
                            List.of(Algorithm.POPULAR, Algorithm.ITEM_KNN, Algorithm.EASE, Algorithm.IALS),
                            4,
                            7))
                    .await();
        }
    }

    @Test
    void readsTheFiveSplits() {
        assertThat(report.folds()).isEqualTo(5);
        assertThat(report.splits()).extracting("name").containsExactly("u1", "u2", "u3", "u4", "u5");
        assertThat(report.splits()).allMatch(split -> split.trainingPairs() + split.testPairs() == 55_375);
    }

    @Test
    void reachesTheFiguresOfPopularity() {
        expect("popular", .1831, .1141, .1821, .6416);
    }

    @Test
    void reachesTheFiguresOfNeighbours() {
        expect("item_knn", .3061, .2098, .3174, .8077);
    }

    @Test
    void reachesTheFiguresOfEase() {
        expect("ease", .3517, .2393, .3513, .8403);
    }

    /// Its own figures when it was added, like those of iALS.
    @Test
    void reachesTheFiguresOfTheLinearModel() {
        expect("linear", .2041, .1212, .1973, .6592);
    }

    /// Its own figures when it was added: they guard against a change, and are not independent of this code.
    @Test
    void reachesTheFiguresOfIals() {
        expect("ials", .3574, .2481, .3630, .8480);
    }

    @Test
    void saysThatIalsIsBetterThanTheOthers() {
        assertThat(report.comparisons()).hasSize(4).allSatisfy(comparison -> {
            assertThat(comparison.algorithm()).isEqualTo("ials");
            assertThat(comparison.difference().low()).isPositive();
            assertThat(comparison.pValue()).isLessThan(0.01);
        });
    }

    private static void expect(String algorithm, double ndcg10, double recall10, double recall20, double hitRate10) {
        AlgorithmResult result = report.results().stream()
                .filter(each -> each.algorithm().equals(algorithm))
                .findFirst()
                .orElseThrow();
        expect(result, "ndcg@10", ndcg10);
        expect(result, "recall@10", recall10);
        expect(result, "recall@20", recall20);
        expect(result, "hit_rate@10", hitRate10);
    }

    private static void expect(AlgorithmResult result, String metric, double value) {
        MetricEstimate estimate = Objects.requireNonNull(result.metrics().get(metric), metric);
        assertThat(estimate.value()).as(metric).isCloseTo(value, within(0.0015));
        assertThat(estimate.value()).as(metric).isBetween(estimate.low(), estimate.high());
    }
}
