package dev.torii.engine.recommend;

import dev.torii.models.recommendation.ScorePart;
import java.util.List;
import java.util.UUID;

/// Videos that were chosen, best first, before they are read from the catalogue.
///
/// @param eligible videos that passed the filter and were not excluded
/// @param excluded videos that passed the filter and were excluded
record Candidates(List<Scored> ranked, long eligible, long excluded) {
    Candidates {
        ranked = List.copyOf(ranked);
    }

    /// @param score the sum of `parts`
    record Scored(UUID videoId, double score, List<ScorePart> parts) {
        /// A score of one part: `affinity` (cosine of user and video, -1 to 1), `popularity`, `similarity` ...
        static Scored of(String partName, UUID videoId, double score) {
            return new Scored(videoId, score, List.of(new ScorePart(partName, score)));
        }
    }
}
