package dev.torii.engine.people;

import dev.torii.models.people.Interaction;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// SQL of interactions.
public final class InteractionDao {
    /// Inserts interactions, a repeated one (same user, video, kind and time) once; a LIKE or SKIP also becomes the
    /// standing decision when
    /// it is the newest, and so does a RATING: from `likeFrom` up a like, below 2.5 a skip.
    ///
    /// @return how many were new
    public int insert(Handle handle, List<Interaction> interactions, double likeFrom) {
        throw new IllegalStateException("not wired yet");
    }

    /// All positive interactions (likes, ratings from `minRating`, views of at least a half, purchases; skips
    /// excluded) as arrays, streamed from the database, with the whole catalogue as items.
    ///
    /// @param before only those before this epoch second; null: all
    public InteractionSet positives(Handle handle, double minRating, @Nullable Long before) {
        throw new IllegalStateException("not wired yet");
    }

    /// The users that have any interaction, for batches: ids greater than `after`, ascending.
    public List<UUID> activeUsers(Handle handle, @Nullable UUID after, int limit) {
        throw new IllegalStateException("not wired yet");
    }
}
