package dev.torii.engine.embed.features;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// Character 2-grams and 3-grams of titles. Japanese has no spaces, so words would need a dictionary; overlapping
/// characters do not, and half-width and full-width spellings meet after NFKC.
final class TitleGrams {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 3;

    private TitleGrams() {}

    /// The distinct grams, in the order of the title; spaces and punctuation separate them and are never part of
    /// one.
    static Set<String> of(String title) {
        int[] characters = Normalizer.normalize(title, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .toArray();
        Set<String> grams = new LinkedHashSet<>();
        int start = 0;
        for (int end = 0; end <= characters.length; end++) {
            if (end == characters.length || !Character.isLetterOrDigit(characters[end])) {
                addGrams(characters, start, end, grams);
                start = end + 1;
            }
        }
        return grams;
    }

    private static void addGrams(int[] characters, int start, int end, Set<String> grams) {
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int first = start; first + length <= end; first++) {
                grams.add(new String(characters, first, length));
            }
        }
    }
}
