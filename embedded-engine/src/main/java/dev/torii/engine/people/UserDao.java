package dev.torii.engine.people;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL of users.
public final class UserDao {
    /// A user as the importers know it.
    public record NewUser(UUID id, String source, String externalId) {}

    /// Inserts the users that do not exist yet.
    public int insertMissing(Handle handle, List<NewUser> users) {
        throw new IllegalStateException("not wired yet");
    }
}
