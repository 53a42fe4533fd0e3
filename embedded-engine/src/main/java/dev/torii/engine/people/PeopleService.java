package dev.torii.engine.people;

import dev.torii.engine.catalog.RowName;
import dev.torii.engine.database.Database;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.UserSummary;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads users and their histories, as service.
public final class PeopleService {
    private final Database database;
    private final UserDao users = new UserDao();
    private final InteractionDao interactions = new InteractionDao();

    public PeopleService(Database database) {
        this.database = database;
    }

    /// A user by UUID or external id. An external id that several sources use is told apart as `source:id`.
    ///
    /// @throws ToriiException INVALID_VALUE when several users bear this external id
    public Optional<UserSummary> find(String idOrExternalId) {
        RowName name = RowName.parse(idOrExternalId);
        return database.asService(handle -> {
            if (name.id().isPresent()) {
                return users.find(handle, name.id().get()).stream().findFirst();
            }
            List<UserSummary> found = users.findByExternalId(handle, name.text(), null);
            if (found.isEmpty() && name.source().isPresent()) {
                found = users.findByExternalId(
                        handle, name.externalId(), name.source().get());
            }
            if (found.size() > 1) {
                throw ambiguous(idOrExternalId, found);
            }
            return found.stream().findFirst();
        });
    }

    /// Users whose UUID starts with, or whose external id holds, `part`; the most active ones when it is blank.
    public List<UserSummary> search(String part, int limit) {
        return database.asService(
                handle -> part.isBlank() ? users.mostActive(handle, limit) : users.search(handle, part.strip(), limit));
    }

    /// What the user did, newest first.
    public List<HistoryEntry> history(UUID userId, int limit) {
        return database.asService(handle -> interactions.histories(handle, List.of(userId), limit))
                .getOrDefault(userId, List.of());
    }

    private static ToriiException ambiguous(String text, List<UserSummary> found) {
        String names = found.stream()
                .map(user -> user.source() + ":" + user.externalId() + " (" + user.id() + ")")
                .collect(Collectors.joining(", "));
        return new ToriiException(
                ErrorCode.INVALID_VALUE,
                "Several users bear the external id %s: %s.".formatted(text, names),
                "Maybe write one of these with its source, or its UUID.");
    }
}
