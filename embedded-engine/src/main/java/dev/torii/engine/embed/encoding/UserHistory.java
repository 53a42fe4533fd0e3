package dev.torii.engine.embed.encoding;

import dev.torii.models.people.HistoryEntry;
import java.util.List;
import java.util.UUID;

/// A user's history as it is encoded.
///
/// @param stamp tells this state of the history from another; read before the entries, so that it is never too new
/// @param entries newest first
record UserHistory(UUID userId, String stamp, List<HistoryEntry> entries) {
    /// The newest entries of a history that are read.
    static final int ENTRIES = 500;

    UserVector vector(String modelVersion, float[] vector) {
        return new UserVector(userId, modelVersion, vector, !isZero(vector));
    }

    private static boolean isZero(float[] vector) {
        for (float value : vector) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
