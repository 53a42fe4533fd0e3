package dev.torii.engine.recommend.collaborative;

import java.util.UUID;

/// How popular a video is now.
///
/// @param score sum over its users of 2^(-age / half-life), the age reckoned from the newest interaction of the
/// whole database to the user's newest positive one with the video; above 0, at most `users`
/// @param users how many users have a positive interaction with it
public record VideoPopularity(UUID videoId, double score, long users) {}
