package dev.torii.models.recommendation;

import dev.torii.models.catalog.Video;
import java.util.List;

/// One recommended video.
///
/// @param rank from 1
/// @param score the sum of `parts`
/// @param causes the liked videos nearest to it, nearest first; empty when not asked for or when there is no
/// history
/// @param sharedTerms names of genres, makers and the like that it shares with the causes
public record Recommendation(
        Video video, int rank, double score, List<ScorePart> parts, List<Cause> causes, List<String> sharedTerms) {

    public Recommendation {
        parts = List.copyOf(parts);
        causes = List.copyOf(causes);
        sharedTerms = List.copyOf(sharedTerms);
    }
}
