package dev.torii.engine.recommend;

import dev.torii.engine.recommend.companion.CompanionModels;
import dev.torii.engine.recommend.companion.Companions;
import dev.torii.engine.recommend.hybrid.BlendPart;
import dev.torii.engine.recommend.retrieval.EligibleRows;
import dev.torii.engine.recommend.retrieval.VectorSnapshot;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.recommendation.Algorithm;
import dev.torii.models.recommendation.RecommendationRequest;

/// Ranks by the algorithm that a request names. All but the towers need the companions of their version; without
/// them the towers answer, and that is said.
final class AlgorithmRanking {
    private final CompanionModels models;

    AlgorithmRanking(CompanionModels models) {
        this.models = models;
    }

    /// @param algorithm the one that answered
    /// @param degraded why it is not the one that was asked for; empty when it is
    record Ranked(Algorithm algorithm, String degraded, Candidates candidates) {}

    /// @throws ToriiException INVALID_VALUE when the algorithm was not computed for this model
    Ranked rank(RecommendationRequest request, VectorSnapshot vectors, EligibleRows eligible, UserProfile profile) {
        if (request.algorithm() == Algorithm.TWO_TOWER) {
            return new Ranked(Algorithm.TWO_TOWER, "", byTowers(request, vectors, eligible, profile));
        }
        CompanionModels.Found found = models.of(vectors.modelVersion());
        Companions companions = found.companions();
        if (companions == null) {
            return new Ranked(Algorithm.TWO_TOWER, found.problem(), byTowers(request, vectors, eligible, profile));
        }
        CompanionRanking ranking = new CompanionRanking(companions, vectors, eligible, profile);
        Candidates candidates = switch (request.algorithm()) {
            case HYBRID -> ranking.byBlend(request.count());
            case CONTENT_BASED -> {
                require(companions, BlendPart.CONTENT);
                yield ranking.byContent(request.count());
            }
            case COLLABORATIVE -> ranking.by(collaborative(companions), request.count());
            case EASE -> by(ranking, companions, BlendPart.EASE, request.count());
            case IALS -> by(ranking, companions, BlendPart.IALS, request.count());
            case ITEM_KNN -> by(ranking, companions, BlendPart.ITEM_KNN, request.count());
            case POPULAR, LINEAR, TWO_TOWER ->
                throw new IllegalStateException(request.algorithm() + " is answered elsewhere");
        };
        return new Ranked(request.algorithm(), "", candidates);
    }

    private static Candidates byTowers(
            RecommendationRequest request, VectorSnapshot vectors, EligibleRows eligible, UserProfile profile) {
        return RecommendService.candidates("affinity", vectors.search(profile.vector(), request.count(), eligible));
    }

    private static BlendPart collaborative(Companions companions) {
        return companions.scores(BlendPart.EASE) ? BlendPart.EASE : BlendPart.IALS;
    }

    private static Candidates by(CompanionRanking ranking, Companions companions, BlendPart part, int count) {
        require(companions, part);
        return ranking.by(part, count);
    }

    private static void require(Companions companions, BlendPart part) {
        companions.absence(part).ifPresent(reason -> {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "The algorithm %s was not computed for this catalogue: %s."
                            .formatted(part == BlendPart.CONTENT ? "content_based" : part.wireName(), reason),
                    "Maybe ask for hybrid, collaborative or two_tower.");
        });
    }
}
