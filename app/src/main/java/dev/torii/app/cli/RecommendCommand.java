package dev.torii.app.cli;

import dev.torii.engine.Engine;
import dev.torii.models.catalog.CatalogFilter;
import dev.torii.models.people.Caller;
import dev.torii.models.people.UserSummary;
import dev.torii.models.recommendation.Algorithm;
import dev.torii.models.recommendation.RecommendationList;
import dev.torii.models.recommendation.RecommendationRequest;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `torii recommend`: what the API would answer.
@Command(name = "recommend", description = "The best videos for a user, as the API would answer them.")
final class RecommendCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "USER", description = "UUID or external id.")
    private String user = "";

    @Option(
            names = "--n",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many, 1 to 100. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--algorithm",
            paramLabel = "A",
            converter = AlgorithmNames.class,
            completionCandidates = AlgorithmNames.class,
            defaultValue = "hybrid",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Algorithm algorithm = Algorithm.HYBRID;

    @Option(names = "--genre", paramLabel = "NAME", description = "Only videos of this genre. May be repeated.")
    private List<String> genres = List.of();

    @Option(names = "--maker", paramLabel = "NAME", description = "Only videos of this maker. May be repeated.")
    private List<String> makers = List.of();

    @Option(names = "--explain", description = "Show the parts of each score and the liked videos that caused it.")
    private boolean explain;

    RecommendCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Engine engine = context.openEngine()) {
            UserSummary found = engine.people().find(user).orElseThrow(() -> UnknownUser.named(user));
            CatalogFilter filter = new CatalogFilter(
                    genres,
                    makers,
                    CatalogFilter.DEFAULT.excludeLiked(),
                    CatalogFilter.DEFAULT.excludeIds(),
                    null,
                    null,
                    null);
            RecommendationList answer = engine.recommender()
                    .recommend(
                            Caller.SERVICE, new RecommendationRequest(found.id(), count, algorithm, filter, explain));
            context.result(answer, RecommendationText.lines(found, algorithm, answer, explain));
        }
        return 0;
    }
}
