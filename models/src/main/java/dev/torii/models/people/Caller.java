package dev.torii.models.people;

import java.util.UUID;

/// On whose behalf a request runs. It decides the database role and what row-level security lets through.
public sealed interface Caller {
    /// Nobody: sees the catalogue only.
    record Anonymous() implements Caller {}

    /// A person, for itself only.
    record User(UUID userId) implements Caller {}

    /// The product's own back end, the console or the command line: may act for any user.
    record Service() implements Caller {}

    Caller ANONYMOUS = new Anonymous();
    Caller SERVICE = new Service();
}
