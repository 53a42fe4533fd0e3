package dev.torii.app.http.functions;

import dev.torii.app.http.problem.ProblemKind;
import dev.torii.app.http.problem.Refusal;
import dev.torii.app.http.reading.Invalid;
import dev.torii.app.http.reading.JsonFields;
import dev.torii.app.http.reading.QueryFields;
import dev.torii.models.people.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A request that got past the gateway: who asks, and for what.
///
/// @param requestId the same as in the header `x-request-id`
public record FunctionRequest(Caller caller, String requestId, JsonFields body, QueryFields query) {

    /// The user that the request is about: the caller, or for the service whomever it names.
    ///
    /// @param named the `user_id` that was given
    /// @throws Refusal 401 nobody is signed in, 403 somebody else was named, 422 the service named nobody
    UUID subject(Optional<UUID> named) {
        return switch (caller) {
            case Caller.Service ignored ->
                named.orElseThrow(() -> Invalid.missing("user_id", "the UUID of the user for whom the service acts"));
            case Caller.User user -> {
                if (named.isPresent() && !named.get().equals(user.userId())) {
                    throw notYours();
                }
                yield user.userId();
            }
            case Caller.Anonymous ignored -> {
                if (named.isPresent()) {
                    throw notYours();
                }
                throw new Refusal(
                        ProblemKind.UNAUTHORIZED,
                        "This needs a signed-in user; the token is the anonymous one.",
                        Map.of("expected", "a token with the role authenticated"));
            }
        };
    }

    private static Refusal notYours() {
        return new Refusal(
                ProblemKind.UNAUTHORIZED_ACCESS,
                "user_id names another user; only the service may act for others.",
                Map.of("field", "user_id"));
    }
}
