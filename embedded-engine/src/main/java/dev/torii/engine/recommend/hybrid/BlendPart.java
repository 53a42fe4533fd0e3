package dev.torii.engine.recommend.hybrid;

import java.util.Locale;

/// What a blend is made of.
public enum BlendPart {
    TWO_TOWER,
    EASE,
    IALS,
    ITEM_KNN,
    /// The towers with the ids of the ranked videos hidden.
    CONTENT,
    /// How many users liked the video.
    POPULARITY,
    /// Whether a video is liked more than usual just now; see [Trend].
    RECENCY;

    /// Its name in files, in score parts and in metrics.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it brings candidates of its own. The others rank what those found.
    public boolean findsCandidates() {
        return this != POPULARITY && this != RECENCY && this != CONTENT;
    }

    /// Whether it could answer alone.
    public boolean ranksAlone() {
        return findsCandidates();
    }
}
