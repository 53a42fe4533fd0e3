package dev.torii.engine.recommend.explain;

import dev.torii.engine.recommend.retrieval.VectorSnapshot;
import dev.torii.models.catalog.Video;
import dev.torii.models.recommendation.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Explains recommendations by the liked videos that lie nearest to them in the space of the videos.
///
/// The user's vector is made of the videos that the user liked, so a liked video close to a recommended one is what
/// drew the recommendation there. Nothing is invented: the similarity is the cosine of the two stored vectors, and
/// the shared terms are names that both videos bear.
public final class Explainer {
    private static final int MOST_CAUSES = 3;
    /// A second or third cause is named only when it is at least this close, relative to the first.
    private static final double NEARLY_AS_CLOSE = 0.8;

    private final VectorSnapshot vectors;
    private final List<Liked> liked = new ArrayList<>();

    private record Liked(Video video, float[] vector) {}

    /// @param likedVideos newest first; those without a vector cannot be a cause
    public Explainer(VectorSnapshot vectors, List<Video> likedVideos) {
        this.vectors = vectors;
        for (Video video : likedVideos) {
            vectors.vector(video.id()).ifPresent(vector -> liked.add(new Liked(video, vector)));
        }
    }

    public Explanation explain(Video recommended) {
        Optional<float[]> vector = vectors.vector(recommended.id());
        if (vector.isEmpty() || liked.isEmpty()) {
            return Explanation.NONE;
        }
        List<Nearness> nearest = liked.stream()
                .map(other -> new Nearness(other.video(), Cosine.between(vector.get(), other.vector())))
                .sorted(Comparator.comparingDouble(Nearness::similarity).reversed())
                .limit(MOST_CAUSES)
                .toList();
        double closest = nearest.getFirst().similarity();
        List<Nearness> causes = nearest.stream()
                .filter(cause -> cause.similarity() >= closest * (closest > 0 ? NEARLY_AS_CLOSE : 1))
                .toList();
        return new Explanation(
                causes.stream()
                        .map(cause ->
                                new Cause(cause.video().id(), cause.video().title(), cause.similarity()))
                        .toList(),
                SharedTerms.of(recommended, causes.stream().map(Nearness::video).toList()));
    }

    private record Nearness(Video video, double similarity) {}
}
