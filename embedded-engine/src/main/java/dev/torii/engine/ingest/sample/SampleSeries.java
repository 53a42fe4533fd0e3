package dev.torii.engine.ingest.sample;

import java.util.List;

/// A series of the sample: its episodes share all of this.
record SampleSeries(
        int number, String title, int genre, int second, int maker, int director, List<Integer> cast, double quality) {}
