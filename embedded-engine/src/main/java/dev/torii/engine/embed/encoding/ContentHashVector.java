package dev.torii.engine.embed.encoding;

import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.HistoryEntry;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// The vector of a user when no towers can be loaded: what the history's videos are made of, projected into the
/// space by signed hashing (Weinberger et al., 2009). It needs no model; the same history gives the same vector
/// everywhere.
/// It has nothing in common with the vectors of any towers, so it is never stored.
final class ContentHashVector {
    /// The name under which it answers.
    static final String VERSION = "linear";

    private static final int COORDINATES_OF_A_TERM = 8;
    private static final double BEST_RATING = 5;

    private ContentHashVector() {}

    /// @return of length 1, or zeros for a history without anything positive
    static float[] of(List<HistoryEntry> history) {
        float[] vector = new float[EncodingDimension.STORED];
        for (HistoryEntry entry : history) {
            add(vector, entry.video(), weight(entry));
        }
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        double norm = Math.sqrt(squares);
        for (int i = 0; i < vector.length && norm > 0; i++) {
            vector[i] = (float) (vector[i] / norm);
        }
        return vector;
    }

    private static double weight(HistoryEntry entry) {
        return switch (entry.kind()) {
            case LIKE, PURCHASE, VIEW -> 1;
            case RATING -> entry.value() / BEST_RATING;
            case SKIP -> 0;
        };
    }

    private static void add(float[] vector, Video video, double weight) {
        if (video.terms().isEmpty()) {
            UUID id = video.id();
            addHashed(vector, id.getMostSignificantBits() ^ id.getLeastSignificantBits(), weight);
        }
        for (Term term : video.terms()) {
            addHashed(
                    vector,
                    hash(term.kind().name() + '\n' + term.name()),
                    weight / video.terms().size());
        }
    }

    private static void addHashed(float[] vector, long hash, double weight) {
        SplittableRandom coordinates = new SplittableRandom(hash);
        for (int i = 0; i < COORDINATES_OF_A_TERM; i++) {
            int coordinate = coordinates.nextInt(vector.length);
            vector[coordinate] += (float) (coordinates.nextBoolean() ? weight : -weight);
        }
    }

    /// FNV-1a over the characters.
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
