package dev.torii.engine.evaluate;

import dev.torii.engine.jobs.JobContext;
import dev.torii.models.evaluate.MetricEstimate;
import dev.torii.models.evaluate.SegmentResult;
import dev.torii.models.evaluate.SegmentScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Gathers segments over splits and recommenders.
final class SegmentTally {
    private static final int GENRES = 12;
    /// Below this a percentile interval over users is too narrow to be trusted.
    private static final int FEW_USERS = 30;

    private final long seed;
    private final Map<SplitSegments.SegmentKey, Map<String, List<SplitSegments.SegmentOutcome>>> outcomes =
            new LinkedHashMap<>();
    private @Nullable List<String> genres;

    SegmentTally(long seed) {
        this.seed = seed;
    }

    /// The segments of a split. Its genres are those of the first split with most to find.
    SplitSegments segments(EvaluationSplit split) {
        ItemGenres itemGenres = ItemGenres.of(split.training().videos());
        List<String> chosen = genres == null ? mostFrequent(split, itemGenres) : genres;
        genres = chosen;
        return new SplitSegments(split, itemGenres, chosen);
    }

    /// Adds the lists of a recommender on a split.
    void add(SplitSegments segments, String algorithm, RankedLists lists) {
        List<SplitSegments.SegmentKey> keys = segments.keys();
        for (int number = 0; number < keys.size(); number++) {
            outcomes.computeIfAbsent(keys.get(number), key -> new LinkedHashMap<>())
                    .computeIfAbsent(algorithm, name -> new ArrayList<>())
                    .add(segments.measure(number, lists));
        }
    }

    List<SegmentResult> results(JobContext context) {
        List<SegmentResult> results = new ArrayList<>();
        context.begin("evaluate.segments", outcomes.size(), "segments");
        outcomes.forEach((key, byAlgorithm) -> {
            context.checkCancelled();
            List<SplitSegments.SegmentOutcome> any =
                    byAlgorithm.values().iterator().next();
            long users = any.stream()
                    .mapToLong(fold -> fold.values().userKeys().size())
                    .sum();
            List<SegmentScore> scores = new ArrayList<>();
            byAlgorithm.forEach((algorithm, folds) -> scores.add(new SegmentScore(algorithm, estimates(folds, users))));
            results.add(new SegmentResult(
                    key.group(),
                    key.name(),
                    key.definition(),
                    users,
                    any.stream().mapToLong(SplitSegments.SegmentOutcome::pairs).sum(),
                    users < FEW_USERS,
                    scores));
            context.progress(results.size());
        });
        return results;
    }

    private Map<String, MetricEstimate> estimates(List<SplitSegments.SegmentOutcome> folds, long users) {
        return users == 0
                ? Map.of()
                : new UserBootstrap(
                                folds.stream()
                                        .map(SplitSegments.SegmentOutcome::values)
                                        .toList(),
                                seed)
                        .estimates();
    }

    private static List<String> mostFrequent(EvaluationSplit split, ItemGenres genres) {
        long[] pairs = new long[genres.names().size()];
        for (int item : split.relevantItems()) {
            for (int at = genres.starts()[item]; at < genres.starts()[item + 1]; at++) {
                pairs[genres.genres()[at]]++;
            }
        }
        return IntStream.range(0, pairs.length)
                .filter(genre -> pairs[genre] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(genre -> -pairs[genre])
                        .thenComparing(genres.names()::get))
                .limit(GENRES)
                .map(genres.names()::get)
                .toList();
    }
}
