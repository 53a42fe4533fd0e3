package dev.torii.app.http.auth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The roles that a token may carry. No other name is ever handed on to the database.
public enum Role {
    ANON,
    AUTHENTICATED,
    SERVICE_ROLE;

    /// The name in a token's `role` claim, for example `service_role`.
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of this claim; empty when it is not one of ours.
    static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }
}
