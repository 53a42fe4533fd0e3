package dev.torii.engine.recommend;

import java.util.Set;
import java.util.UUID;

/// What is known of a user at one moment.
///
/// @param known whether there is such a user
/// @param stamp changes with every interaction and every decision of the user
/// @param judged videos that the user liked, skipped, rated or bought
record Taste(UUID userId, boolean known, String stamp, Set<UUID> judged) {
    Taste {
        judged = Set.copyOf(judged);
    }
}
