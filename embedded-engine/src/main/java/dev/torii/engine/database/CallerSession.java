package dev.torii.engine.database;

import dev.torii.models.people.Caller;
import org.jdbi.v3.core.Handle;

/// The role and the claims that a transaction wears, both for that transaction alone.
///
/// @param role one of the three known names, never text from outside
/// @param claims as JSON
record CallerSession(String role, String claims) {
    static CallerSession of(Caller caller) {
        return switch (caller) {
            case Caller.Anonymous ignored -> new CallerSession("anon", "{\"role\":\"anon\"}");
            case Caller.User user ->
                new CallerSession(
                        "authenticated", "{\"role\":\"authenticated\",\"sub\":\"%s\"}".formatted(user.userId()));
            case Caller.Service ignored -> new CallerSession("service_role", "{\"role\":\"service_role\"}");
        };
    }

    /// To be called first in a transaction: outside of one it would do nothing.
    void begin(Handle handle) {
        handle.createQuery("""
                        select set_config('role', :role, true) as role,
                            set_config('request.jwt.claims', :claims, true) as claims
                        """)
                .bind("role", role)
                .bind("claims", claims)
                .mapToMap()
                .one();
    }
}
