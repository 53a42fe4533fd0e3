package dev.torii.engine.recommend;

import java.util.List;
import java.util.UUID;

/// What was computed from a user's history.
///
/// @param vector of the user tower; all noughts without any positive history
/// @param liked the videos of the history that the user likes, newest first
record UserProfile(float[] vector, List<UUID> liked) {
    UserProfile {
        liked = List.copyOf(liked);
    }

    /// Whether there is nothing to go by.
    boolean isCold() {
        for (float value : vector) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
