package dev.torii.engine.people;

import dev.torii.models.catalog.Video;
import java.time.Instant;
import java.util.List;

/// A page of a user's liked videos.
public record LikePage(List<LikedVideo> likes, long total) {
    public record LikedVideo(Video video, Instant likedAt) {}
}
