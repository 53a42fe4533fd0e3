package dev.torii.engine.recommend;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Profiles of the users who asked last. One is used only as long as the user's history has the stamp with which it
/// was computed, so a like changes the next answer in every process.
final class UserVectorCache {
    private static final int MOST = 4_000;

    private final Map<UUID, Kept> entries = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Kept> eldest) {
            return size() > MOST;
        }
    };

    private record Kept(String stamp, String modelVersion, UserProfile profile) {}

    synchronized Optional<UserProfile> find(Taste taste, String modelVersion) {
        Kept entry = entries.get(taste.userId());
        return entry != null
                        && entry.stamp().equals(taste.stamp())
                        && entry.modelVersion().equals(modelVersion)
                ? Optional.of(entry.profile())
                : Optional.empty();
    }

    synchronized void put(Taste taste, String modelVersion, UserProfile profile) {
        entries.put(taste.userId(), new Kept(taste.stamp(), modelVersion, profile));
    }

    synchronized void forget(UUID userId) {
        entries.remove(userId);
    }
}
