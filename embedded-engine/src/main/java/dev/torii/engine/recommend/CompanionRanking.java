package dev.torii.engine.recommend;

import dev.torii.engine.recommend.companion.Companions;
import dev.torii.engine.recommend.hybrid.Blend;
import dev.torii.engine.recommend.hybrid.BlendPart;
import dev.torii.engine.recommend.retrieval.EligibleRows;
import dev.torii.engine.recommend.retrieval.Hit;
import dev.torii.engine.recommend.retrieval.TopRows;
import dev.torii.engine.recommend.retrieval.VectorSnapshot;
import dev.torii.models.recommendation.ScorePart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Ranks the eligible videos for one user by what the companions of the towers say, one of them or all blended.
final class CompanionRanking {
    private static final Comparator<Candidates.Scored> BEST_FIRST =
            Comparator.comparingDouble(Candidates.Scored::score).reversed().thenComparing(Candidates.Scored::videoId);

    private final Companions companions;
    private final VectorSnapshot vectors;
    private final EligibleRows eligible;
    private final UserProfile profile;
    private final int[] history;
    private final Map<BlendPart, float[]> scores = new EnumMap<>(BlendPart.class);

    CompanionRanking(Companions companions, VectorSnapshot vectors, EligibleRows eligible, UserProfile profile) {
        this.companions = companions;
        this.vectors = vectors;
        this.eligible = eligible;
        this.profile = profile;
        this.history = profile.liked().stream()
                .mapToInt(companions::number)
                .filter(number -> number >= 0)
                .toArray();
    }

    /// The best videos by one companion alone; what it knows nothing of is left out.
    Candidates by(BlendPart part, int count) {
        List<Candidates.Scored> ranked = top(part, count).stream()
                .map(scored -> Candidates.Scored.of(part.wireName(), scored.id(), scored.score()))
                .toList();
        return new Candidates(ranked, eligible.count(), eligible.excluded());
    }

    /// The best videos by content alone. Those that nobody liked when the towers were trained have no other vector
    /// than one of content, so the index itself finds them.
    Candidates byContent(int count) {
        Map<UUID, Double> found = new HashMap<>();
        for (Hit hit : top(BlendPart.CONTENT, count)) {
            found.put(hit.id(), (double) hit.score());
        }
        for (Hit hit : vectors.search(profile.vector(), Blend.CANDIDATES + count, eligible)
                .hits()) {
            if (companions.number(hit.id()) < 0) {
                found.put(hit.id(), (double) hit.score());
            }
        }
        List<Candidates.Scored> ranked = new ArrayList<>();
        found.forEach((id, score) -> ranked.add(Candidates.Scored.of(BlendPart.CONTENT.wireName(), id, score)));
        return best(ranked, count);
    }

    /// The best videos by the blend: the candidates of all its parts, each part standardised over them. The parts
    /// of a score are weight times standardised score, and add up to it.
    Candidates byBlend(int count) {
        List<BlendPart> parts = new ArrayList<>();
        for (BlendPart part : BlendPart.values()) {
            if (companions.blend().weight(part) != 0 && isThere(part)) {
                parts.add(part);
            }
        }
        if (parts.stream().noneMatch(BlendPart::findsCandidates)) {
            parts.add(BlendPart.TWO_TOWER);
        }
        List<UUID> pool = pool(parts);
        double[][] addends = new double[parts.size()][pool.size()];
        for (int part = 0; part < addends.length; part++) {
            float[] standardised = new float[pool.size()];
            for (int at = 0; at < standardised.length; at++) {
                standardised[at] = score(parts.get(part), pool.get(at));
            }
            Blend.standardise(standardised);
            double weight = parts.size() == 1 ? 1 : companions.blend().weight(parts.get(part));
            for (int at = 0; at < standardised.length; at++) {
                addends[part][at] = weight * standardised[at];
            }
        }
        List<Candidates.Scored> ranked = new ArrayList<>();
        for (int at = 0; at < pool.size(); at++) {
            List<ScorePart> named = new ArrayList<>();
            double sum = 0;
            for (int part = 0; part < addends.length; part++) {
                named.add(new ScorePart(parts.get(part).wireName(), addends[part][at]));
                sum += addends[part][at];
            }
            ranked.add(new Candidates.Scored(pool.get(at), sum, List.copyOf(named)));
        }
        return best(ranked, count);
    }

    private Candidates best(List<Candidates.Scored> ranked, int count) {
        ranked.sort(BEST_FIRST);
        return new Candidates(ranked.subList(0, Math.min(count, ranked.size())), eligible.count(), eligible.excluded());
    }

    private List<UUID> pool(List<BlendPart> parts) {
        Set<UUID> pool = new LinkedHashSet<>();
        for (BlendPart part : parts) {
            if (part == BlendPart.TWO_TOWER) {
                vectors.search(profile.vector(), Blend.CANDIDATES, eligible)
                        .hits()
                        .forEach(hit -> pool.add(hit.id()));
            } else if (part.findsCandidates()) {
                top(part, Blend.CANDIDATES).forEach(hit -> pool.add(hit.id()));
            }
        }
        return List.copyOf(pool);
    }

    private boolean isThere(BlendPart part) {
        return switch (part) {
            case TWO_TOWER, POPULARITY, RECENCY -> true;
            case CONTENT -> companions.hasContent();
            case EASE, IALS, ITEM_KNN -> companions.scores(part);
        };
    }

    /// A video that companions do not know was liked by nobody: nothing speaks for it there.
    private float score(BlendPart part, UUID id) {
        int number = companions.number(id);
        return switch (part) {
            case TWO_TOWER -> vectors.score(profile.vector(), id);
            case CONTENT ->
                number >= 0 ? companions.content(profile.vector(), number) : vectors.score(profile.vector(), id);
            case POPULARITY -> number >= 0 ? companions.popularity(number) : 0;
            case RECENCY -> number >= 0 ? companions.recency(number) : 0;
            case EASE, IALS, ITEM_KNN -> number >= 0 ? all(part)[number] : 0;
        };
    }

    private float[] all(BlendPart part) {
        return scores.computeIfAbsent(
                part,
                key -> key == BlendPart.CONTENT
                        ? companions.content(profile.vector())
                        : companions.score(key, history));
    }

    /// Walks over all scores; whether a video is eligible is only asked of those that would enter the list.
    private List<Hit> top(BlendPart part, int count) {
        float[] all = all(part);
        TopRows top = new TopRows(count);
        for (int number = 0; number < all.length; number++) {
            float score = all[number];
            boolean says = part != BlendPart.ITEM_KNN || score > 0;
            if (says && score > top.threshold() && eligible.contains(companions.id(number))) {
                top.offer(number, score);
            }
        }
        List<Hit> hits = new ArrayList<>(top.size());
        for (int at = 0; at < top.size(); at++) {
            hits.add(new Hit(companions.id(top.row(at)), top.score(at)));
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id));
        return hits;
    }
}
