package dev.torii.views.inspection;

import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.InteractionKind;
import dev.torii.models.people.UserSummary;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.recommendation.Algorithm;
import dev.torii.models.recommendation.Cause;
import dev.torii.models.recommendation.Recommendation;
import dev.torii.models.recommendation.RecommendationList;
import dev.torii.models.recommendation.RecommendationRequest;
import dev.torii.models.recommendation.ScorePart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Three users and a few videos, answered from memory: what the inspection shows is known exactly.
public final class SmallTown implements InspectionSource {
    public static final UserSummary ALICE = user("alice", 12);
    public static final UserSummary BOB = user("bob", 7);
    private static final List<String> SHARED = IntStream.rangeClosed(1, 12)
            .mapToObj(number -> "Shared term " + number)
            .toList();
    public static final UserSummary STRANGER = user("stranger", 0);

    private final List<RecommendationRequest> requests = new ArrayList<>();
    private volatile boolean broken;

    public List<RecommendationRequest> requests() {
        return requests;
    }

    public void breakDown() {
        broken = true;
    }

    @Override
    public List<UserSummary> users(String part, int limit) {
        return List.of(ALICE, BOB, STRANGER).stream()
                .filter(user -> user.externalId().contains(part))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<UserSummary> user(UUID id) {
        return users("", 3).stream().filter(user -> user.id().equals(id)).findFirst();
    }

    @Override
    public List<HistoryEntry> history(UUID userId, int limit) {
        return userId.equals(STRANGER.id())
                ? List.of()
                : List.of(new HistoryEntry(
                        video("seen by " + name(userId)),
                        InteractionKind.LIKE,
                        1,
                        Instant.parse("2026-11-19T12:00:00Z")));
    }

    @Override
    public RecommendationList recommend(RecommendationRequest request) {
        requests.add(request);
        if (broken) {
            throw new ToriiException(ErrorCode.NO_MODEL, "No model is active.", "Maybe train one.");
        }
        boolean cold = request.userId().equals(STRANGER.id());
        boolean narrow = request.filter().genres().contains("Nothing");
        List<Recommendation> items = IntStream.rangeClosed(1, narrow ? 0 : request.count())
                .mapToObj(rank -> item(rank, name(request.userId()), cold))
                .toList();
        return new RecommendationList(
                request.userId(), Algorithm.TWO_TOWER, "v1", cold, "", 40, 2, Duration.ofMillis(3), items);
    }

    @Override
    public FilterChoices filterChoices() {
        return new FilterChoices(List.of("Drama", "Comedy", "Nothing"), List.of("Gate Pictures"));
    }

    private String name(UUID userId) {
        return user(userId).map(UserSummary::externalId).orElse("?");
    }

    private static Recommendation item(int rank, String name, boolean cold) {
        double affinity = cold ? 0 : 0.9 - 0.01 * rank;
        double popularity = 0.1 - 0.001 * rank;
        return new Recommendation(
                video("for " + name + " " + rank),
                rank,
                affinity + popularity,
                List.of(new ScorePart("affinity", affinity), new ScorePart("popularity", popularity)),
                cold ? List.of() : List.of(new Cause(new UUID(0, 9), "An old favourite", 0.8)),
                cold ? List.of() : SHARED);
    }

    static Video video(String title) {
        return new Video(
                SourceIds.video("sample", title),
                "sample",
                title,
                null,
                title,
                null,
                List.of(Term.named(TermKind.GENRE, "Drama"), Term.named(TermKind.MAKER, "Gate Pictures")),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static UserSummary user(String name, int likes) {
        return new UserSummary(SourceIds.user("sample", name), "sample", name, likes, 0, likes, null);
    }
}
