package dev.torii.engine.people;

import dev.torii.models.people.Caller;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/// Writes and reads likes and skips, under the caller's database role.
public final class LikeService {
    /// Carries `action` out; repeating it changes nothing. A user who is not known yet is created.
    ///
    /// @return when the standing decision was made (now, or earlier when it stood already)
    /// @throws dev.torii.models.problem.ToriiException FORBIDDEN when the caller may not act for the
    /// user, NOT_FOUND without the video
    public Instant decide(Caller caller, UUID userId, UUID videoId, DecisionAction action) {
        throw new IllegalStateException("not wired yet");
    }

    /// @param limit 1 to 100
    public LikePage likes(Caller caller, UUID userId, int limit, int offset, boolean newestFirst) {
        throw new IllegalStateException("not wired yet");
    }

    /// Calls `listener` with the user after each change.
    public void onChange(Consumer<UUID> listener) {
        throw new IllegalStateException("not wired yet");
    }
}
