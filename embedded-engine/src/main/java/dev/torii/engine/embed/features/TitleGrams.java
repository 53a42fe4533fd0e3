package dev.torii.engine.embed.features;

/// Character 2-grams and 3-grams of titles: they find what is spelt alike, whether a dictionary knows it or not.
final class TitleGrams {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 3;

    private TitleGrams() {}

    /// Receives grams as parts of the title, repeated ones included.
    @FunctionalInterface
    interface Sink {
        void accept(int[] characters, int from, int length);
    }

    /// Spaces and punctuation separate grams and are never part of one.
    ///
    /// @param characters code points, normalised
    static void of(int[] characters, Sink sink) {
        int start = 0;
        for (int end = 0; end <= characters.length; end++) {
            if (end == characters.length || !Character.isLetterOrDigit(characters[end])) {
                grams(characters, start, end, sink);
                start = end + 1;
            }
        }
    }

    private static void grams(int[] characters, int start, int end, Sink sink) {
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int first = start; first + length <= end; first++) {
                sink.accept(characters, first, length);
            }
        }
    }
}
