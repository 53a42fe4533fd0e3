package dev.torii.engine.embed.features;

import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Turns videos into features. Training and serving both call this and nothing else. Safe for use by many
/// threads.
public final class FeatureExtractor {
    /// Columns of [VideoFeatures#numeric].
    public static final int NUMERIC_WIDTH = NumericFeatures.WIDTH;

    private static final float[] NO_NUMBERS = {};

    private final FeatureSettings settings;
    private final ItemSlots slots;
    private final KnownTerms terms;
    private final Map<String, Integer> genreColumns = new HashMap<>();
    private final TitleTokens titles = new TitleTokens();

    public FeatureExtractor(FeatureSettings settings, ItemSlots slots, KnownTerms terms) {
        this.settings = settings;
        this.slots = slots;
        this.terms = terms;
        for (GenreShare genre : settings.genres()) {
            genreColumns.put(genre.genre(), genreColumns.size());
        }
    }

    public FeatureSettings settings() {
        return settings;
    }

    public ItemSlots slots() {
        return slots;
    }

    /// The terms that are part of the features.
    public KnownTerms terms() {
        return terms;
    }

    public VideoFeatures extract(Video video) {
        long[] known = knownTerms(video);
        TitleTokens.Keys title = titles.of(video.title());
        int total = TokenHash.FUNCTIONS * (known.length + title.grams().length + title.words().length);
        int[] tokens = new int[total];
        float[] weights = new float[total];
        int termTokens = put(tokens, weights, 0, known);
        put(tokens, weights, put(tokens, weights, termTokens, title.words()), title.grams());
        float[] numeric = NumericFeatures.of(video, settings.reference(), settings.scales());
        return new VideoFeatures(slots.slot(video.id()), tokens, weights, termTokens, genres(video), numeric);
    }

    /// What the history side of the user tower reads of a video: as [#extract] gives it, with neither title
    /// nor numbers, which take most of the time.
    public VideoFeatures extractTerms(Video video) {
        long[] known = knownTerms(video);
        int[] tokens = new int[TokenHash.FUNCTIONS * known.length];
        float[] weights = new float[tokens.length];
        put(tokens, weights, 0, known);
        return new VideoFeatures(slots.slot(video.id()), tokens, weights, tokens.length, genres(video), NO_NUMBERS);
    }

    private long[] knownTerms(Video video) {
        return describingTerms(video)
                .mapToLong(KnownTerms::key)
                .filter(terms::contains)
                .distinct()
                .toArray();
    }

    private int[] genres(Video video) {
        return video.terms().stream()
                .filter(term -> term.kind() == TermKind.GENRE)
                .mapToInt(term -> genreColumns.getOrDefault(term.externalId(), -1))
                .filter(column -> column >= 0)
                .distinct()
                .toArray();
    }

    /// Tags come from users of the source and change their meaning; all other terms describe the video
    /// itself.
    static Stream<Term> describingTerms(Video video) {
        return video.terms().stream().filter(term -> term.kind() != TermKind.TAG);
    }

    /// Adds a group of tokens. Each group (terms, words, grams) weighs the same in all videos: its weights
    /// have Euclidean length 1.
    ///
    /// @return the place after the group
    private int put(int[] tokens, float[] weights, int from, long[] keys) {
        int at = from;
        float weight = (float) (1.0 / Math.sqrt((double) keys.length * TokenHash.FUNCTIONS));
        for (long key : keys) {
            for (int function = 0; function < TokenHash.FUNCTIONS; function++) {
                tokens[at] = TokenHash.row(function, key, settings.contentBuckets());
                weights[at++] = weight;
            }
        }
        return at;
    }
}
