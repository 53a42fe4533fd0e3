package dev.torii.models.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that somebody did, as the audit log keeps it.
///
/// @param actor who did it: `operator alice`, `service`, `training`
/// @param action what was done: `model.activate`, `model.force`, `model.rollback`
/// @param target what it was done to, a name or an id
/// @param reason why, in the actor's words; null when none was asked for
public record AuditEntry(
        Instant at,
        String actor,
        String action,
        String target,
        @Nullable String reason) {}
