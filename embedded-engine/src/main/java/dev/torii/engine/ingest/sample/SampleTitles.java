package dev.torii.engine.ingest.sample;

import java.util.HashSet;
import java.util.Set;

/// Makes titles out of the patterns of a genre, no two the same.
final class SampleTitles {
    private static final int TRIES = 8;

    private final Set<String> used = new HashSet<>();

    String next(int genre, Draw draw) {
        SampleGenre words = SampleGenres.ALL.get(genre);
        String title = compose(words, draw);
        for (int i = 0; i < TRIES && used.contains(title); i++) {
            title = compose(words, draw);
        }
        String unique = title;
        for (int count = 2; !used.add(unique); count++) {
            unique = title + " " + count;
        }
        return unique;
    }

    private static String compose(SampleGenre words, Draw draw) {
        return draw.one(words.patterns())
                .replace("{p}", draw.one(SampleGenres.PLACES))
                .replace("{s}", draw.one(SampleGenres.SEASONS))
                .replace("{t}", draw.one(words.things()))
                .replace("{w}", draw.one(SampleGenres.MOODS));
    }
}
