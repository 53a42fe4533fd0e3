package dev.torii.engine.recommend;

import dev.torii.engine.database.Database;
import dev.torii.engine.people.InteractionDao;
import dev.torii.models.catalog.CatalogFilter;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.Caller;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The linear model that stands in when no towers can be loaded. It needs the database alone: the weights that the
/// versions keep, the content of the videos, and who liked what. It is brought in when it is asked for the first
/// time, and again every ten minutes while it is asked.
final class SimpleRecommender {
    private static final Logger LOG = LoggerFactory.getLogger(SimpleRecommender.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final int FIRST_STRETCH = 500;
    private static final int GROWTH = 4;

    private final Database database;
    private final Supplier<Map<String, Double>> weights;
    private final double minRating;
    private final Clock clock;
    private final InteractionDao interactions = new InteractionDao();
    private final FilterDao filters = new FilterDao();
    private @Nullable CompletableFuture<SimpleCatalogue> loading;
    private @Nullable SimpleCatalogue present;
    private Instant loadedAt = Instant.EPOCH;

    /// @param weights as the versions keep them; empty when none does
    SimpleRecommender(Database database, Supplier<Map<String, Double>> weights, double minRating, Clock clock) {
        this.database = database;
        this.weights = weights;
        this.minRating = minRating;
        this.clock = clock;
    }

    /// The best videos under the filter.
    ///
    /// @param liked the positive history
    /// @param excluded also the excluded ids of the filter
    /// @return empty while the catalogue is being read, and when it cannot be
    Optional<Candidates> find(
            Caller caller, int count, CatalogFilter filter, Set<UUID> excluded, Collection<Video> liked) {
        return catalogue().map(known -> {
            float[] scores = known.scores(liked);
            int[] order = IntStream.range(0, known.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer row) -> -scores[row])
                            .thenComparing(known::id))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return choose(caller, count, filter, excluded, known, scores, order);
        });
    }

    /// Looks along the ranking in stretches that grow, and no further than there is anything to be found.
    private Candidates choose(
            Caller caller,
            int count,
            CatalogFilter filter,
            Set<UUID> excluded,
            SimpleCatalogue known,
            float[] scores,
            int[] order) {
        return database.asCaller(caller, handle -> {
            long removed = filters.passing(handle, filter, excluded).size();
            long eligible = filters.count(handle, filter) - removed;
            List<Candidates.Scored> chosen = new ArrayList<>();
            long wanted = Math.min(count, eligible);
            int to = 0;
            for (int length = FIRST_STRETCH; to < order.length && chosen.size() < wanted; length *= GROWTH) {
                int from = to;
                to = from + Math.min(length, order.length - from);
                int[] stretch = IntStream.of(order)
                        .skip(from)
                        .limit(to - from)
                        .filter(row -> !excluded.contains(known.id(row)))
                        .toArray();
                Set<UUID> passing = filters.passing(
                        handle,
                        filter,
                        IntStream.of(stretch).mapToObj(known::id).toList());
                IntStream.of(stretch)
                        .filter(row -> passing.contains(known.id(row)))
                        .limit(count - chosen.size())
                        .forEach(row -> chosen.add(Candidates.Scored.of("linear", known.id(row), scores[row])));
            }
            return new Candidates(chosen, eligible, removed);
        });
    }

    /// Waits a while for the first one; a later one is read while the present one answers.
    private Optional<SimpleCatalogue> catalogue() {
        CompletableFuture<SimpleCatalogue> asked;
        synchronized (this) {
            if (loading == null && clock.instant().isAfter(loadedAt.plus(FRESH))) {
                loading = read();
            }
            if (present != null || loading == null) {
                return Optional.ofNullable(present);
            }
            asked = loading;
        }
        try {
            return Optional.of(asked.get(FIRST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private CompletableFuture<SimpleCatalogue> read() {
        CompletableFuture<SimpleCatalogue> answer = new CompletableFuture<>();
        Thread.ofPlatform().name("torii-simple-model").daemon(true).start(() -> {
            try {
                SimpleCatalogue read = SimpleCatalogue.of(
                        database.asService(handle -> interactions.positives(handle, minRating, null)), weights.get());
                done(read);
                answer.complete(read);
            } catch (ToriiException e) {
                LOG.warn("the linear model cannot stand in: {} {}", e.getMessage(), e.advice());
                done(null);
                answer.completeExceptionally(e);
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.error("the linear model cannot stand in", e);
                done(null);
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private synchronized void done(@Nullable SimpleCatalogue read) {
        loading = null;
        if (read != null) {
            present = read;
            loadedAt = clock.instant();
        }
    }
}
