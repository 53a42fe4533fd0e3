package dev.torii.engine.embed.training;

import dev.torii.engine.evaluate.CandidateReport;
import dev.torii.engine.evaluate.FullRanking;
import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.RankerFactory;
import dev.torii.engine.evaluate.RankingOutcome;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.embedding.GateCheck;
import dev.torii.models.evaluate.EvaluationReport;
import dev.torii.models.recommendation.Algorithm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Ranks the held-out part with a candidate and with those that it is compared with. All of them learned from the
/// same training part, or from older data.
final class CandidateMeasurement {
    private static final long BYTES_OF_A_WEIGHT = 12;
    private static final String ACTIVE = "active_model";

    private final HeldOutPart part;
    private final FullRanking ranking;
    private final GateBaselines baselines;
    private final ActiveRival active;
    private final TrainingSettings settings;
    private final Instant now;
    private final JobContext context;
    private final Map<String, RankingOutcome> outcomes = new LinkedHashMap<>();

    CandidateMeasurement(
            HeldOutPart part,
            GateBaselines baselines,
            ActiveRival active,
            TrainingSettings settings,
            Instant now,
            JobContext context) {
        this.part = part;
        this.ranking = new FullRanking(part.split());
        this.baselines = baselines;
        this.active = active;
        this.settings = settings;
        this.now = now;
        this.context = context;
    }

    /// @param candidate trained on the training part alone
    GateVerdict of(TrainedTowers candidate) {
        Map<String, Double> metrics = new TreeMap<>();
        RankingOutcome reached = rank(TowerRankers.twoTower(candidate, part.split()));
        metrics.put("heldout_users", (double) reached.userKeys().size());
        outcomes.put(Algorithm.TWO_TOWER.wireName(), reached);
        put(metrics, "", reached);
        metrics.putAll(reached.overLists());
        AccuracyGate gate = new AccuracyGate(reached, settings.seed());
        List<GateCheck> checks = new ArrayList<>();
        RankingOutcome popular = rank(baselines.popularity());
        outcomes.put(baselines.popularity().name(), popular);
        put(metrics, "popular.", popular);
        checks.add(gate.mustBeat(AccuracyGate.POPULARITY, "popularity", popular));
        checks.add(againstActive(gate, metrics));
        checks.add(againstEase(gate, metrics));
        EvaluationReport report = CandidateReport.of(
                part.split(), part.protocol(), outcomes, settings.minRating(), settings.seed(), now, context);
        return new GateVerdict(checks, metrics, part.sentence(), report);
    }

    private GateCheck againstActive(AccuracyGate gate, Map<String, Double> metrics) {
        ActiveRival.Found found = active.find(part, context);
        Ranker ranker = found.ranker();
        if (ranker == null) {
            return AccuracyGate.notCompared(AccuracyGate.ACTIVE, found.how());
        }
        RankingOutcome outcome = rank(ranker);
        outcomes.put(ACTIVE, outcome);
        put(metrics, "active.", outcome);
        return gate.mustNotLoseTo(AccuracyGate.ACTIVE, found.how(), outcome);
    }

    private GateCheck againstEase(AccuracyGate gate, Map<String, Double> metrics) {
        long items = Arrays.stream(training().itemCounts())
                .filter(count -> count > 0)
                .count();
        if (items > baselines.mostEaseItems()) {
            return AccuracyGate.notCompared(
                    AccuracyGate.EASE,
                    "EASE is limited to %d videos with positives, and there are %d"
                            .formatted(baselines.mostEaseItems(), items));
        }
        long needed = BYTES_OF_A_WEIGHT * items * items;
        long most = Runtime.getRuntime().maxMemory() / 2;
        if (needed > most) {
            return AccuracyGate.notCompared(
                    AccuracyGate.EASE,
                    "EASE of %d videos needs %d MB, and half of the heap is %d MB"
                            .formatted(items, needed >> 20, most >> 20));
        }
        RankingOutcome outcome = rank(baselines.ease());
        outcomes.put(baselines.ease().name(), outcome);
        put(metrics, "ease.", outcome);
        return gate.mustNotLoseTo(AccuracyGate.EASE, "EASE", outcome);
    }

    private InteractionSet training() {
        return part.split().training();
    }

    private RankingOutcome rank(RankerFactory factory) {
        return rank(factory.fit(training(), context));
    }

    private RankingOutcome rank(Ranker ranker) {
        try (ranker) {
            context.begin("train.rank", ranking.userCount(), "users");
            return ranking.rank(ranker, context);
        }
    }

    private static void put(Map<String, Double> metrics, String prefix, RankingOutcome outcome) {
        outcome.perUser().keySet().forEach(name -> metrics.put(prefix + name, outcome.mean(name)));
    }
}
