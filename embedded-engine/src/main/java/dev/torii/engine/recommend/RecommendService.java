package dev.torii.engine.recommend;

import dev.torii.engine.database.Database;
import dev.torii.engine.people.InteractionDao;
import dev.torii.engine.recommend.collaborative.PopularVideos;
import dev.torii.engine.recommend.companion.CompanionModels;
import dev.torii.engine.recommend.explain.Explainer;
import dev.torii.engine.recommend.retrieval.Hit;
import dev.torii.engine.recommend.retrieval.IndexFollower;
import dev.torii.engine.recommend.retrieval.SearchResult;
import dev.torii.engine.recommend.retrieval.VectorSnapshot;
import dev.torii.models.catalog.CatalogFilter;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.Caller;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.recommendation.Algorithm;
import dev.torii.models.recommendation.Recommendation;
import dev.torii.models.recommendation.RecommendationList;
import dev.torii.models.recommendation.RecommendationRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Answers recommendations.
///
/// The user's vector is computed from the history as it stands now, by the towers whose video vectors the index
/// holds, and the index gives the videos with the largest cosine under the filter; the companions of the towers
/// rank by the same history, alone or blended with them. What the user liked, skipped,
/// rated or bought is left out. A user without any positive history gets the popular videos, and the answer says
/// so.
public final class RecommendService {
    private static final int HISTORY = 500;
    private static final Duration FIRST_LOOK = Duration.ofSeconds(20);

    private final Database database;
    private final IndexFollower index;
    private final TowerSource towers;
    private final PopularRecommender popular;
    private final RecommendationReader reader;
    private final AlgorithmRanking ranking;
    private final SimpleRecommender simple;
    private final double minRating;
    private final TasteDao tastes = new TasteDao();
    private final InteractionDao interactions = new InteractionDao();
    private final UserVectorCache cache = new UserVectorCache();

    /// @param simpleWeights of the linear model that answers when no towers can be loaded
    /// @param minRating a rating counts as a like from here
    public RecommendService(
            Database database,
            IndexFollower index,
            TowerSource towers,
            CompanionModels companions,
            PopularVideos popular,
            Supplier<Map<String, Double>> simpleWeights,
            double minRating,
            Clock clock) {
        this.database = database;
        this.index = index;
        this.towers = towers;
        this.popular = new PopularRecommender(database, popular);
        this.reader = new RecommendationReader(database);
        this.ranking = new AlgorithmRanking(companions);
        this.simple = new SimpleRecommender(database, simpleWeights, minRating, clock);
        this.minRating = minRating;
    }

    /// The best videos for a user.
    ///
    /// The blend has a score part for each recommender in it, which add up to the score. All others have one:
    /// `affinity` of the towers, the cosine of the user's and the video's vectors (-1 to 1), the name of the
    /// companion that ranked (`ease`, `ials`, `item_knn`, `content`), or `popularity` (see
    /// [dev.torii.engine.recommend.collaborative.VideoPopularity]) when the popular videos answer. Without
    /// companions the towers answer in their place, and `degraded` says why. The popular videos answer when they
    /// are asked for, when the user has no positive history (`coldStart`), and as long as no model has vectors;
    /// the list names the algorithm that answered. When a
    /// model is active and no towers can be loaded, the linear model answers, with part `linear`.
    ///
    /// @throws ToriiException FORBIDDEN (another user), UNAUTHENTICATED (nobody asks), NOT_FOUND (the
    /// service asks for a user that does not exist; a person who was never seen is a user without
    /// history), NO_MODEL (no vectors, and nothing is popular), INVALID_VALUE (count, algorithm, filter)
    public RecommendationList recommend(Caller caller, RecommendationRequest request) {
        long started = System.nanoTime();
        RequestRules.check(caller, request);
        Taste taste = database.asCaller(caller, handle -> tastes.read(handle, request.userId()));
        if (!taste.known() && caller instanceof Caller.Service) {
            throw new ToriiException(
                    ErrorCode.NOT_FOUND,
                    "There is no user %s.".formatted(request.userId()),
                    "Maybe the id is wrong, or the user was not imported yet.");
        }
        Optional<VectorSnapshot> vectors = request.algorithm() == Algorithm.POPULAR ? Optional.empty() : vectors();
        if (vectors.isPresent()) {
            UserProfile profile = profile(caller, taste, vectors.get());
            if (!profile.isCold()) {
                return answer(caller, request, taste, vectors.get(), profile, started);
            }
        }
        Optional<RecommendationList> simple = vectors.isPresent() || request.algorithm() == Algorithm.POPULAR
                ? Optional.empty()
                : simple(caller, request, taste, started);
        return simple.orElseGet(() -> popular(caller, request, taste, vectors.isPresent(), started));
    }

    /// The answer of the linear model, when a model is active and no towers can be loaded.
    private Optional<RecommendationList> simple(
            Caller caller, RecommendationRequest request, Taste taste, long started) {
        return towers.fault().flatMap(fault -> {
            List<Video> liked = PositiveHistory.videos(history(caller, taste.userId()), minRating);
            Set<UUID> excluded = new HashSet<>(judged(request, taste));
            excluded.addAll(request.filter().excludeIds());
            return simple.find(caller, request.count(), request.filter(), excluded, liked)
                    .map(found -> new RecommendationList(
                            request.userId(),
                            Algorithm.LINEAR,
                            "",
                            liked.isEmpty(),
                            fault,
                            found.eligible(),
                            found.excluded(),
                            Duration.ofNanos(System.nanoTime() - started),
                            reader.read(caller, found, null)));
        });
    }

    /// The videos nearest to a video, with score part `similarity` (cosine, -1 to 1).
    ///
    /// @param count 1 to 100
    /// @throws ToriiException NOT_FOUND (no such video, or it has no vector yet), NO_MODEL, INVALID_VALUE
    public List<Recommendation> similar(Caller caller, UUID videoId, int count, CatalogFilter filter) {
        RequestRules.count(count);
        RequestRules.filter(filter);
        VectorSnapshot vectors =
                vectors().orElseThrow(() -> noVectors("Similar videos need vectors, and there are none."));
        float[] vector = vectors.vector(videoId)
                .orElseThrow(() -> new ToriiException(
                        ErrorCode.NOT_FOUND,
                        "The video %s does not exist or has no vector of model %s."
                                .formatted(videoId, vectors.modelVersion()),
                        "Maybe encode the catalogue again: torii embed --stale."));
        SearchResult found = vectors.search(vector, count, filter, Set.of(videoId));
        return reader.read(caller, candidates("similarity", found), null);
    }

    /// Forgets what was computed for a user; called when the user's likes change.
    public void forget(UUID userId) {
        cache.forget(userId);
    }

    private Optional<VectorSnapshot> vectors() {
        if (!index.awaitFirstLook(FIRST_LOOK)) {
            throw new ToriiException(
                    ErrorCode.NO_MODEL,
                    "The vectors are still being loaded: %s."
                            .formatted(index.status().detail()),
                    "Maybe ask again in a moment.");
        }
        return index.current();
    }

    private UserProfile profile(Caller caller, Taste taste, VectorSnapshot vectors) {
        return cache.find(taste, vectors.modelVersion()).orElseGet(() -> {
            List<HistoryEntry> history = history(caller, taste.userId());
            UserProfile computed = new UserProfile(
                    towers.towers(vectors.modelVersion()).encodeUsers(List.of(history))[0],
                    PositiveHistory.videos(history, minRating).stream()
                            .map(Video::id)
                            .toList());
            cache.put(taste, vectors.modelVersion(), computed);
            return computed;
        });
    }

    private RecommendationList answer(
            Caller caller,
            RecommendationRequest request,
            Taste taste,
            VectorSnapshot vectors,
            UserProfile profile,
            long started) {
        AlgorithmRanking.Ranked found =
                ranking.rank(request, vectors, vectors.eligible(request.filter(), judged(request, taste)), profile);
        Explainer explainer = null;
        if (request.explain()) {
            List<Video> liked = PositiveHistory.videos(history(caller, taste.userId()), minRating);
            explainer = new Explainer(vectors, liked);
        }
        List<Recommendation> items = reader.read(caller, found.candidates(), explainer);
        return new RecommendationList(
                request.userId(),
                found.algorithm(),
                vectors.modelVersion(),
                false,
                found.degraded(),
                found.candidates().eligible(),
                found.candidates().excluded(),
                Duration.ofNanos(System.nanoTime() - started),
                items);
    }

    private RecommendationList popular(
            Caller caller, RecommendationRequest request, Taste taste, boolean cold, long started) {
        if (!cold && request.algorithm() != Algorithm.POPULAR && !popular.knowsAny()) {
            throw noVectors("No model has vectors yet, and nothing is popular yet.");
        }
        Set<UUID> excluded = new HashSet<>(judged(request, taste));
        excluded.addAll(request.filter().excludeIds());
        Candidates candidates = popular.find(caller, request.count(), request.filter(), excluded);
        return new RecommendationList(
                request.userId(),
                Algorithm.POPULAR,
                "",
                cold,
                cold || request.algorithm() == Algorithm.POPULAR
                        ? ""
                        : index.status().detail(),
                candidates.eligible(),
                candidates.excluded(),
                Duration.ofNanos(System.nanoTime() - started),
                reader.read(caller, candidates, null));
    }

    private List<HistoryEntry> history(Caller caller, UUID userId) {
        Map<UUID, List<HistoryEntry>> histories =
                database.asCaller(caller, handle -> interactions.histories(handle, List.of(userId), HISTORY));
        return histories.getOrDefault(userId, List.of());
    }

    private static Set<UUID> judged(RecommendationRequest request, Taste taste) {
        return request.filter().excludeLiked() ? taste.judged() : Set.of();
    }

    static Candidates candidates(String partName, SearchResult found) {
        List<Candidates.Scored> ranked = found.hits().stream()
                .map((Hit hit) -> Candidates.Scored.of(partName, hit.id(), hit.score()))
                .toList();
        return new Candidates(ranked, found.eligible(), found.excluded());
    }

    private static ToriiException noVectors(String message) {
        return new ToriiException(
                ErrorCode.NO_MODEL,
                message,
                "Maybe train a model and encode the catalogue first: torii train, torii embed.");
    }
}
