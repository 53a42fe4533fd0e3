package dev.torii.models.catalog;

/// How much there is of everything.
public record CatalogCounts(
        long videos, long users, long interactions, long likes, long videosEmbedded, long usersEmbedded) {}
