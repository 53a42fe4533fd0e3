package dev.torii.engine.people;

import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.UserSummary;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads users and their histories, as service.
public final class PeopleService {
    /// A user by UUID or external id.
    public Optional<UserSummary> find(String idOrExternalId) {
        throw new IllegalStateException("not wired yet");
    }

    /// Users whose UUID or external id starts with or holds `part`; the most active ones when it is blank.
    public List<UserSummary> search(String part, int limit) {
        throw new IllegalStateException("not wired yet");
    }

    /// What the user did, newest first.
    public List<HistoryEntry> history(UUID userId, int limit) {
        throw new IllegalStateException("not wired yet");
    }
}
