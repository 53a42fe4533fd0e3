package dev.torii.engine.embed.training;

import java.util.BitSet;
import java.util.SplittableRandom;

/// Draws some of many users: each is ranked for over the whole catalogue, and for all users of a large database
/// that would take longer than the training. The mean over 5 000 is known to about half a hundredth; where the
/// catalogue is so large that ranking for so many takes long, the mean over 1 000 to about a hundredth.
final class UserDraw {
    static final int MOST_USERS = 5_000;
    private static final int FEWEST_USERS = 500;
    /// Products of a user's and a video's vector that one ranking computes at most.
    private static final long MOST_PRODUCTS = 1_000_000_000L;

    private UserDraw() {}

    /// Selection sampling: each of the eligible users is drawn with the same probability (Knuth, The Art of
    /// Computer Programming 2, algorithm S).
    ///
    /// @param items in the catalogue
    /// @return all of them when there are no more than [#MOST_USERS], fewer for a catalogue above 200 000 videos
    static BitSet of(BitSet eligible, int items, long seed) {
        BitSet drawn = (BitSet) eligible.clone();
        int left = eligible.cardinality();
        int wanted = Math.min(left, most(items));
        SplittableRandom random = new SplittableRandom(seed);
        for (int user = eligible.nextSetBit(0); user >= 0; user = eligible.nextSetBit(user + 1)) {
            boolean taken = random.nextInt(left) < wanted;
            drawn.set(user, taken);
            wanted -= taken ? 1 : 0;
            left--;
        }
        return drawn;
    }

    private static int most(int items) {
        return (int) Math.clamp(MOST_PRODUCTS / Math.max(1, items), FEWEST_USERS, MOST_USERS);
    }
}
