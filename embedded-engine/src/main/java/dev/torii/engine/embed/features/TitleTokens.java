package dev.torii.engine.embed.features;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The keys of a title's tokens: character grams for likeness of spelling, words for likeness of meaning.
/// Half-width and full-width spellings meet after NFKC.
///
/// Safe for use by many threads: each call borrows a tokenizer, since one takes longer to make than a title to cut.
final class TitleTokens {
    /// Characters of a title that count. Longer ones list their performers or advertise.
    static final int LONGEST_TITLE = 100;

    private static final long GRAM = TokenHash.field("title");
    private static final long WORD = TokenHash.field("word");

    private final Queue<TitleWords> idle = new ConcurrentLinkedQueue<>();

    /// The distinct keys of each group, in ascending order.
    record Keys(long[] grams, long[] words) {}

    Keys of(String title) {
        int[] characters = normalised(title);
        Collector grams = new Collector(2 * characters.length);
        TitleGrams.of(characters, (text, from, length) -> grams.add(TokenHash.key(GRAM, text, from, length)));
        Collector words = new Collector(16);
        TitleWords borrowed = idle.poll();
        TitleWords tokenizer = borrowed == null ? new TitleWords() : borrowed;
        tokenizer.of(characters, word -> words.add(TokenHash.key(WORD, word)));
        idle.add(tokenizer);
        return new Keys(grams.distinct(), words.distinct());
    }

    /// Code points after NFKC, in lower case, at most [#LONGEST_TITLE].
    static int[] normalised(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .limit(LONGEST_TITLE)
                .toArray();
    }

    private static final class Collector {
        private long[] keys;
        private int count;

        Collector(int expected) {
            keys = new long[Math.max(4, expected)];
        }

        void add(long key) {
            if (count == keys.length) {
                keys = Arrays.copyOf(keys, 2 * count);
            }
            keys[count++] = key;
        }

        long[] distinct() {
            Arrays.sort(keys, 0, count);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (i == 0 || keys[i] != keys[i - 1]) {
                    keys[kept++] = keys[i];
                }
            }
            return Arrays.copyOf(keys, kept);
        }
    }
}
