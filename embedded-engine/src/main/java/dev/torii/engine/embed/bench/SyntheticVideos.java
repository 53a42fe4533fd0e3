package dev.torii.engine.embed.bench;

import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Videos as a catalogue of this kind has them: a dozen terms and a Japanese title each. Those of one taste share
/// genres, makers, performers and words, so content tells something about who likes a video.
final class SyntheticVideos {
    /// Tastes of the world; video `v` belongs to taste `v % TASTES`.
    static final int TASTES = 200;

    private static final int GENRES = 300;
    private static final int MAKERS = 2_000;
    private static final int PERFORMERS = 40_000;
    private static final int WORDS = 20_000;
    private static final int WORDS_OF_A_TASTE = 150;
    /// Title characters: a run of the common ideographs.
    private static final int FIRST_CHARACTER = 0x4E00;

    private static final int CHARACTERS = 1_500;
    private static final Instant OLDEST = Instant.parse("2012-01-01T00:00:00Z");
    private static final int DAYS = 5_000;

    private final long seed;

    SyntheticVideos(long seed) {
        this.seed = seed;
    }

    Video video(int number) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        int taste = number % TASTES;
        String key = Integer.toString(number);
        return new Video(
                SourceIds.video("bench", key),
                "bench",
                key,
                "FANZA",
                title(taste, random),
                null,
                terms(taste, random),
                random.nextInt(20) == 0 ? null : BigDecimal.valueOf(300 + 10L * random.nextInt(400)),
                random.nextInt(10) == 0 ? null : (Integer) (1_800 + random.nextInt(9_000)),
                OLDEST.plusSeconds(86_400L * random.nextInt(DAYS)),
                random.nextInt(3) == 0 ? null : (Double) (2.5 + 2.5 * random.nextDouble()),
                random.nextInt(3) == 0 ? null : (Integer) random.nextInt(200),
                null,
                null,
                null);
    }

    private static List<Term> terms(int taste, SplittableRandom random) {
        List<Term> terms = new ArrayList<>();
        for (int genre = 3 + random.nextInt(4); genre > 0; genre--) {
            boolean own = random.nextInt(10) < 7;
            add(terms, TermKind.GENRE, own ? taste + 7 * random.nextInt(6) : random.nextInt(GENRES), GENRES);
        }
        int maker = taste * 10 + random.nextInt(20);
        add(terms, TermKind.MAKER, maker, MAKERS);
        add(terms, TermKind.LABEL, 3 * maker + random.nextInt(3), 3 * MAKERS);
        add(terms, TermKind.SERIES, 20 * maker + random.nextInt(20), 20 * MAKERS);
        for (int performer = random.nextInt(3); performer >= 0; performer--) {
            add(terms, TermKind.PERFORMER, taste * 200 + random.nextInt(300), PERFORMERS);
        }
        return terms;
    }

    private static void add(List<Term> terms, TermKind kind, int number, int count) {
        String id = Integer.toString(number % count);
        terms.add(new Term(kind, id, kind + " " + id, null));
    }

    private String title(int taste, SplittableRandom random) {
        StringBuilder title = new StringBuilder();
        for (int word = 4 + random.nextInt(5); word > 0; word--) {
            boolean own = random.nextInt(10) < 6;
            int number = own ? (taste * 100 + random.nextInt(WORDS_OF_A_TASTE)) % WORDS : random.nextInt(WORDS);
            append(title, number);
        }
        return title.toString();
    }

    /// A word is two or three characters, the same in all titles.
    private void append(StringBuilder title, int word) {
        SplittableRandom spelling = new SplittableRandom(seed ^ (word * 0xD1B54A32D192ED03L));
        for (int length = 2 + spelling.nextInt(2); length > 0; length--) {
            title.append((char) (FIRST_CHARACTER + spelling.nextInt(CHARACTERS)));
        }
    }
}
