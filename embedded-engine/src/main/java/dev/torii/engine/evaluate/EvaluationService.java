package dev.torii.engine.evaluate;

import dev.torii.engine.database.Database;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.evaluate.EvaluationReport;
import dev.torii.models.job.JobKind;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.recommendation.Algorithm;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Offline evaluation: fits recommenders on training data and measures how well they rank what their users went
/// on to like.
public final class EvaluationService {
    private final Jobs jobs;
    private final Map<Algorithm, RankerFactory> factories;
    private final @Nullable Database database;
    private final EvaluationReports reports;
    private final Clock clock;

    /// @param factories the recommenders by their name on the command line
    public EvaluationService(
            Jobs jobs,
            Map<Algorithm, RankerFactory> factories,
            Database database,
            EvaluationReports reports,
            Clock clock) {
        this(factories, jobs, database, reports, clock);
    }

    private EvaluationService(
            Map<Algorithm, RankerFactory> factories,
            Jobs jobs,
            @Nullable Database database,
            EvaluationReports reports,
            Clock clock) {
        this.jobs = jobs;
        this.reports = reports;
        this.clock = clock;
        this.factories = new EnumMap<>(Algorithm.class);
        this.factories.putAll(factories);
        this.database = database;
    }

    /// A service that evaluates on folders and files alone.
    public static EvaluationService withoutDatabase(
            Jobs jobs, Map<Algorithm, RankerFactory> factories, EvaluationReports reports, Clock clock) {
        return new EvaluationService(factories, jobs, null, reports, clock);
    }

    /// The kept reports.
    public EvaluationReports reports() {
        return reports;
    }

    /// Starts an evaluation. The simple linear model is always in the table, last when it is not asked for. The
    /// report is kept (see [#reports]). The job fails with BROKEN_INPUT, USAGE or INVALID_VALUE when its data
    /// cannot be used.
    ///
    /// @throws ToriiException INVALID_VALUE for an algorithm that cannot be evaluated
    public Job<EvaluationReport> evaluate(EvaluationRequest request) {
        return evaluate(request, reports);
    }

    /// The same, the report kept among other ones.
    public Job<EvaluationReport> evaluate(EvaluationRequest request, EvaluationReports into) {
        List<RankerFactory> chosen = new ArrayList<>();
        LinearBaseline linear = new LinearBaseline(request.seed());
        for (Algorithm algorithm : request.algorithms()) {
            RankerFactory factory = algorithm == Algorithm.LINEAR ? linear : factories.get(algorithm);
            if (factory == null) {
                throw new ToriiException(
                        ErrorCode.INVALID_VALUE,
                        "The algorithm " + algorithm.wireName() + " cannot be evaluated.",
                        "Maybe one of these: "
                                + factories.keySet().stream()
                                        .map(Algorithm::wireName)
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
            chosen.add(factory.under(request.protocol()));
        }
        if (!chosen.contains(linear)) {
            chosen.add(linear);
        }
        SplitSource source = new SplitSource(request, database);
        return jobs.start(
                JobKind.EVALUATE,
                source.description(),
                context -> into.save(new EvaluationRun(request, source, chosen, clock, context).run()));
    }
}
