package dev.torii.engine.recommend;

import dev.torii.models.catalog.CatalogFilter;
import dev.torii.models.people.Caller;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.recommendation.Algorithm;
import dev.torii.models.recommendation.RecommendationRequest;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/// What a request must satisfy before anything is read.
final class RequestRules {
    static final int MOST = 100;
    private static final double BEST_RATING = 5;
    private static final Set<Algorithm> SERVED = Set.copyOf(EnumSet.complementOf(EnumSet.of(Algorithm.LINEAR)));

    private RequestRules() {}

    static void check(Caller caller, RecommendationRequest request) {
        mayActFor(caller, request.userId());
        count(request.count());
        filter(request.filter());
        if (!SERVED.contains(request.algorithm())) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "The algorithm %s does not answer requests."
                            .formatted(request.algorithm().wireName()),
                    "Maybe hybrid or two_tower; this one is for comparison in evaluations.");
        }
    }

    static void mayActFor(Caller caller, UUID userId) {
        switch (caller) {
            case Caller.Service ignored -> {}
            case Caller.Anonymous ignored ->
                throw new ToriiException(
                        ErrorCode.UNAUTHENTICATED,
                        "Recommendations for a user need a caller who has proved who it is.",
                        "Maybe send a token.");
            case Caller.User user -> {
                if (!user.userId().equals(userId)) {
                    throw new ToriiException(
                            ErrorCode.FORBIDDEN,
                            "The caller %s may not ask on behalf of the user %s.".formatted(user.userId(), userId),
                            "Maybe leave the user out, or ask with a service token.");
                }
            }
        }
    }

    static void count(int count) {
        if (count < 1 || count > MOST) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "%d recommendations cannot be asked for.".formatted(count),
                    "Maybe ask for 1 to %d.".formatted(MOST));
        }
    }

    static void filter(CatalogFilter filter) {
        Double least = filter.minRating();
        if (least != null && !(least >= 0 && least <= BEST_RATING)) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "The least rating %s is not possible.".formatted(least),
                    "Maybe a number from 0 to 5.");
        }
        if (filter.maxPrice() != null && filter.maxPrice().signum() < 0) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "The highest price %s is below nought.".formatted(filter.maxPrice()),
                    "Maybe a price in yen.");
        }
    }
}
