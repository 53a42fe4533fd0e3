package dev.torii.app.cli;

import dev.torii.app.cli.output.TextTable;
import dev.torii.app.config.ToriiConfig;
import dev.torii.engine.Engine;
import dev.torii.engine.evaluate.EvaluationJson;
import dev.torii.engine.evaluate.EvaluationMarkdown;
import dev.torii.engine.evaluate.EvaluationOptions;
import dev.torii.engine.evaluate.EvaluationReports;
import dev.torii.engine.evaluate.EvaluationRequest;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.evaluate.EvaluationReport;
import dev.torii.models.evaluate.EvaluationSummary;
import dev.torii.models.evaluate.Protocol;
import dev.torii.models.recommendation.Algorithm;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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

    @Option(
            names = "--compare",
            paramLabel = "A,B",
            description = "Test the difference of these two; may be given several times. "
                    + "Default: the best by ndcg@10 against each of the others.")
    private List<String> compared = List.of();

    @Option(names = "--to", paramLabel = "DIR", description = "Keep the report under DIR. Default: HOME/evaluations.")
    private @Nullable Path keptUnder;

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
                new EvaluationOptions(hiddenShare, validation, mostUsers, pairs()));
        EvaluationReport report =
                data == null && train == null ? onDatabase(config, request) : onFiles(config, request);
        show(report, markdown);
        context.note("kept as " + report.id() + " under " + folder(config));
        return 0;
    }

    @Command(name = "list", description = "The kept evaluations, newest first.")
    int list(@Option(names = "--to", paramLabel = "DIR", description = "Where they are kept.") @Nullable Path under) {
        keptUnder = under;
        List<EvaluationSummary> kept = reports(context.config()).list();
        TextTable table = new TextTable("id", "protocol", "data", "best", "ndcg@10");
        for (EvaluationSummary summary : kept) {
            Protocol of = summary.protocol();
            String problem = summary.problem();
            String best = summary.best();
            table.row(
                    summary.id(),
                    of == null ? "" : of.wireName(),
                    problem == null ? Objects.requireNonNullElse(summary.data(), "") : problem,
                    best == null ? "" : best,
                    problem == null ? String.format(Locale.ROOT, "%.4f", summary.ndcg()) : "");
        }
        context.result(kept, table, "No evaluation yet. Maybe `torii evaluate` first.");
        return 0;
    }

    @Command(name = "show", description = "A kept evaluation.")
    int show(
            @Parameters(paramLabel = "ID", description = "Of `torii evaluate list`.") String id,
            @Option(names = "--to", paramLabel = "DIR", description = "Where it is kept.") @Nullable Path under,
            @Option(names = "--markdown", description = "Print it as Markdown.") boolean asMarkdown) {
        keptUnder = under;
        show(reports(context.config()).read(id), asMarkdown);
        return 0;
    }

    private void show(EvaluationReport report, boolean asMarkdown) {
        context.result(
                new EvaluationJson().tree(report),
                asMarkdown ? EvaluationMarkdown.of(report).lines().toList() : EvaluationText.lines(report));
    }

    private Path folder(ToriiConfig config) {
        return keptUnder != null ? keptUnder : EvaluationReports.folderUnder(config.home());
    }

    private EvaluationReports reports(ToriiConfig config) {
        return new EvaluationReports(folder(config));
    }

    private List<EvaluationOptions.Pair> pairs() {
        AlgorithmNames names = new AlgorithmNames();
        return compared.stream()
                .map(pair -> pair.split(",", -1))
                .map(pair -> {
                    if (pair.length != 2) {
                        throw new ParameterException(
                                spec.commandLine(),
                                "--compare takes two algorithms: two_tower,ease; got " + String.join(",", pair));
                    }
                    try {
                        return new EvaluationOptions.Pair(names.convert(pair[0]), names.convert(pair[1]));
                    } catch (TypeConversionException e) {
                        throw new ParameterException(spec.commandLine(), "--compare: " + e.getMessage(), e);
                    }
                })
                .toList();
    }

    private EvaluationReport onDatabase(ToriiConfig config, EvaluationRequest request) {
        try (Engine engine = context.openEngine(config)) {
            return context.follow(engine.evaluation().evaluate(request, reports(config)));
        }
    }

    private EvaluationReport onFiles(ToriiConfig config, EvaluationRequest request) {
        try (Jobs jobs = new Jobs(Clock.systemUTC())) {
            return context.follow(
                    Engine.offlineEvaluation(config.engine(), jobs).evaluate(request, reports(config)));
        }
    }
}
