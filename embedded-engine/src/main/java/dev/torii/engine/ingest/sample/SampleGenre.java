package dev.torii.engine.ingest.sample;

import java.util.List;

/// A genre of the sample catalogue.
///
/// @param weight how common it is, relative to the others
/// @param neighbours positions in [SampleGenres#ALL] of genres that like to stand beside it
/// @param minutes typical playing time
/// @param price typical price in yen
/// @param things what its titles speak of
/// @param patterns of titles; `{p}` is a place, `{s}` a season, `{t}` one of its things, `{w}` a word of mood
record SampleGenre(
        String name,
        double weight,
        List<Integer> neighbours,
        int minutes,
        int price,
        List<String> things,
        List<String> patterns) {}
