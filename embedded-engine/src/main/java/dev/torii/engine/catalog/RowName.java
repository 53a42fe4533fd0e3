package dev.torii.engine.catalog;

import java.util.Optional;
import java.util.UUID;

/// How people name a row that came from outside: by UUID, by external id, or by `source:external id`.
public record RowName(String text) {
    public static RowName parse(String text) {
        return new RowName(text.strip());
    }

    public Optional<UUID> id() {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What stands before the first colon; empty without one.
    public Optional<String> source() {
        int colon = text.indexOf(':');
        return colon > 0 ? Optional.of(text.substring(0, colon)) : Optional.empty();
    }

    /// What stands after the first colon; everything without one.
    public String externalId() {
        return text.substring(text.indexOf(':') + 1);
    }
}
