package dev.torii.engine.people;

import dev.torii.models.people.Interaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/// A batch of interactions turned into one array a column, which is how a batch travels in one statement.
record InteractionColumns(List<Interaction> interactions) {
    <S extends SqlStatement<S>> S bind(S statement) {
        return statement
                .bindArray(
                        "users",
                        UUID.class,
                        interactions.stream().map(Interaction::userId).toList())
                .bindArray(
                        "videos",
                        UUID.class,
                        interactions.stream().map(Interaction::videoId).toList())
                .bindArray(
                        "kinds",
                        String.class,
                        interactions.stream().map(entry -> entry.kind().name()).toList())
                .bindArray(
                        "values",
                        Double.class,
                        interactions.stream().map(Interaction::value).toList())
                .bindArray(
                        "times",
                        Long.class,
                        interactions.stream().map(entry -> micros(entry.at())).toList());
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1000L);
    }
}
