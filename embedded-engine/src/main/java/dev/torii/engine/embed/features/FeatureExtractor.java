package dev.torii.engine.embed.features;

import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.util.List;
import java.util.Set;

/// Turns videos into features. Training and serving both call this and nothing else.
public final class FeatureExtractor {
    /// Columns of [VideoFeatures#numeric].
    public static final int NUMERIC_WIDTH = NumericFeatures.WIDTH;

    private static final String TITLE = "title";

    private final FeatureSettings settings;
    private final ItemSlots slots;

    public FeatureExtractor(FeatureSettings settings, ItemSlots slots) {
        this.settings = settings;
        this.slots = slots;
    }

    public FeatureSettings settings() {
        return settings;
    }

    public ItemSlots slots() {
        return slots;
    }

    public VideoFeatures extract(Video video) {
        List<Term> terms = describingTerms(video);
        Set<String> grams = TitleGrams.of(video.title());
        int termTokens = terms.size() * TokenHash.FUNCTIONS;
        int total = termTokens + grams.size() * TokenHash.FUNCTIONS;
        int[] tokens = new int[total];
        float[] weights = new float[total];
        int at = 0;
        for (Term term : terms) {
            at = put(tokens, weights, at, term.kind().name(), term.externalId(), termTokens);
        }
        for (String gram : grams) {
            at = put(tokens, weights, at, TITLE, gram, total - termTokens);
        }
        float[] numeric = NumericFeatures.of(video, settings.reference(), settings.scales());
        return new VideoFeatures(slots.slot(video.id()), tokens, weights, termTokens, numeric);
    }

    /// Tags come from users of the source and change their meaning; all other terms describe the video itself.
    static List<Term> describingTerms(Video video) {
        return video.terms().stream()
                .filter(term -> term.kind() != TermKind.TAG)
                .distinct()
                .toList();
    }

    /// Each group (terms, title) weighs the same in all videos: its weights have Euclidean length 1.
    private int put(int[] tokens, float[] weights, int at, String field, String token, int groupSize) {
        float weight = (float) (1.0 / Math.sqrt(groupSize));
        for (int function = 0; function < TokenHash.FUNCTIONS; function++) {
            tokens[at + function] = TokenHash.row(function, field, token, settings.contentBuckets());
            weights[at + function] = weight;
        }
        return at + TokenHash.FUNCTIONS;
    }
}
