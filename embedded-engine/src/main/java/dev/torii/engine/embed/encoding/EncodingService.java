package dev.torii.engine.embed.encoding;

import dev.torii.engine.jobs.Job;
import dev.torii.models.people.Caller;
import java.util.UUID;

/// Computes vectors with the active model and keeps them in the database.
public final class EncodingService {
    /// Encodes videos and users in batches; what a batch wrote stays when the job is cancelled or dies.
    ///
    /// @param staleOnly only what has no vector of the active model, or changed since
    public Job<EncodingResult> embedAll(boolean staleOnly) {
        throw new IllegalStateException("not wired yet");
    }

    /// Computes and stores the user's vector from the history as it is now.
    public UserVector refreshUser(Caller caller, UUID userId) {
        throw new IllegalStateException("not wired yet");
    }
}
