package dev.torii.engine.ingest.sample;

import java.time.Instant;
import java.util.List;

/// A video of the sample with what its audience goes by.
///
/// @param number from 0, in the order of release
/// @param genres positions in [SampleGenres#ALL], the main one first
/// @param series -1 when it stands alone
/// @param episode from 1; 0 when it stands alone
/// @param quality standard normal: how well it is made
/// @param popularity how often it is met, relative to the others
record SampleVideo(
        int number,
        String title,
        List<Integer> genres,
        int maker,
        int director,
        List<Integer> performers,
        int series,
        int episode,
        int minutes,
        int price,
        double quality,
        double popularity,
        Instant releasedAt) {}
