package dev.torii.engine.embed.training;

import java.util.BitSet;
import java.util.SplittableRandom;

/// Draws some of many users: each is ranked for over the whole catalogue, and for all users of a large database
/// that would take longer than the training. The mean over 5 000 is known to about half a hundredth.
final class UserDraw {
    static final int MOST_USERS = 5_000;

    private UserDraw() {}

    /// Selection sampling: each of the eligible users is drawn with the same probability (Knuth, The Art of Computer
    /// Programming 2, algorithm S).
    ///
    /// @return all of them when there are no more than [#MOST_USERS]
    static BitSet of(BitSet eligible, long seed) {
        BitSet drawn = (BitSet) eligible.clone();
        int left = eligible.cardinality();
        int wanted = Math.min(left, MOST_USERS);
        SplittableRandom random = new SplittableRandom(seed);
        for (int user = eligible.nextSetBit(0); user >= 0; user = eligible.nextSetBit(user + 1)) {
            boolean taken = random.nextInt(left) < wanted;
            drawn.set(user, taken);
            wanted -= taken ? 1 : 0;
            left--;
        }
        return drawn;
    }
}
