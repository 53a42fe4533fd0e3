package dev.torii.app.cli;

import dev.torii.app.config.ToriiConfig;
import dev.torii.engine.Engine;
import dev.torii.engine.evaluate.EvaluationMarkdown;
import dev.torii.engine.evaluate.EvaluationOptions;
import dev.torii.engine.evaluate.EvaluationRequest;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.evaluate.EvaluationReport;
import dev.torii.models.evaluate.Protocol;
import dev.torii.models.recommendation.Algorithm;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `torii evaluate`: offline evaluation.
@Command(
        name = "evaluate",
        description = {
            "Compare algorithms offline: a table of metrics at 10 and 20 with 95 %% confidence intervals. Always full ranking: "
                    + "every item of the training set that the user has not seen there.",
            "With --data, or --train and --test, no database is needed."
        })
final class EvaluateCommand implements Callable<Integer> {
    /// `collaborative` would only repeat one of the others.
    private static final List<Algorithm> EVALUATED = Arrays.stream(Algorithm.values())
            .filter(algorithm -> algorithm != Algorithm.COLLABORATIVE)
            .toList();

    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", paramLabel = "DIR", description = "A MovieLens folder. Default: the database.")
    private @Nullable Path data;

    @Option(
            names = "--protocol",
            paramLabel = "P",
            converter = ProtocolNames.class,
            completionCandidates = ProtocolNames.class,
            description =
                    "One of ${COMPLETION-CANDIDATES}. temporal: one moment in time splits all users; folds: given pairs "
                            + "of files, u1.base and u1.test ...; leave-one-out: the newest positive of each user; "
                            + "cold-start: items hidden from training. Default: temporal, with --train and --test folds.")
    private @Nullable Protocol protocol;

    @Option(names = "--train", paramLabel = "F", description = "Tab-separated user, item[, rating[, time]].")
    private @Nullable Path train;

    @Option(names = "--test", paramLabel = "F", description = "The same, for the test.")
    private @Nullable Path test;

    @Option(
            names = "--algorithms",
            paramLabel = "A,B",
            split = ",",
            converter = AlgorithmNames.class,
            completionCandidates = AlgorithmNames.class,
            description = "Of ${COMPLETION-CANDIDATES}. Default: all of them.")
    private List<Algorithm> algorithms = EVALUATED;

    @Option(
            names = "--min-rating",
            paramLabel = "R",
            description = "A rating counts as liked from here. Default: training.minRating of the configuration.")
    private @Nullable Double minRating;

    @Option(names = "--seed", paramLabel = "N", description = "Default: training.seed of the configuration.")
    private @Nullable Long seed;

    @Option(
            names = "--hidden-share",
            paramLabel = "X",
            description = "cold-start: the share of items that is hidden. Default: ${DEFAULT-VALUE}.")
    private double hiddenShare = EvaluationOptions.DEFAULT.hiddenShare();

    @Option(
            names = "--validation",
            description = "temporal: split only what came before the test, to make choices without a look at it.")
    private boolean validation;

    @Option(
            names = "--max-users",
            paramLabel = "N",
            description = "Rank for this many users at most, drawn with the seed. Default: all.")
    private int mostUsers = Integer.MAX_VALUE;

    @Option(names = "--markdown", description = "Print the table as Markdown, with the figures of each split.")
    private boolean markdown;

    EvaluateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if ((train == null) != (test == null)) {
            throw new ParameterException(spec.commandLine(), "--train and --test go together");
        }
        if (data != null && train != null) {
            throw new ParameterException(spec.commandLine(), "either --data, or --train and --test");
        }
        ToriiConfig config = context.config();
        Protocol chosen = protocol != null ? protocol : train != null ? Protocol.FOLDS : Protocol.TEMPORAL;
        EvaluationRequest request = new EvaluationRequest(
                data,
                train,
                test,
                chosen,
                algorithms,
                minRating == null ? config.training().minRating() : minRating,
                seed == null ? config.training().seed() : seed,
                new EvaluationOptions(hiddenShare, validation, mostUsers, List.of()));
        EvaluationReport report =
                data == null && train == null ? onDatabase(config, request) : onFiles(config, request);
        context.result(
                report, markdown ? EvaluationMarkdown.of(report).lines().toList() : EvaluationText.lines(report));
        return 0;
    }

    private EvaluationReport onDatabase(ToriiConfig config, EvaluationRequest request) {
        try (Engine engine = context.openEngine(config)) {
            return context.follow(engine.evaluation().evaluate(request));
        }
    }

    private EvaluationReport onFiles(ToriiConfig config, EvaluationRequest request) {
        try (Jobs jobs = new Jobs(Clock.systemUTC())) {
            return context.follow(
                    Engine.offlineEvaluation(config.engine(), jobs).evaluate(request));
        }
    }
}
