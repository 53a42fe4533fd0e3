package dev.torii.engine.recommend;

import java.util.List;
import java.util.UUID;

/// Videos that were chosen, best first, before they are read from the catalogue.
///
/// @param partName what the score is: `affinity` (cosine of user and video, -1 to 1), `popularity`, `similarity`
/// @param eligible videos that passed the filter and were not excluded
/// @param excluded videos that passed the filter and were excluded
record Candidates(String partName, List<Scored> ranked, long eligible, long excluded) {
    Candidates {
        ranked = List.copyOf(ranked);
    }

    record Scored(UUID videoId, double score) {}
}
