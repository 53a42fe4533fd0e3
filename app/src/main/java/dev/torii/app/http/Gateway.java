package dev.torii.app.http;

import dev.torii.app.http.auth.TokenRefused;
import dev.torii.app.http.auth.TokenVerifier;
import dev.torii.app.http.problem.GatewayAnswer;
import dev.torii.models.people.Caller;
import org.jspecify.annotations.Nullable;

/// Lets a request in when its `authorization` header holds a token of ours.
final class Gateway {
    private static final String SCHEME = "Bearer ";

    private final TokenVerifier tokens;

    Gateway(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    /// @throws GatewayAnswer.Refused without the header, or with a token that is not accepted
    Caller admit(@Nullable String authorization) {
        if (authorization == null || authorization.isBlank()) {
            throw new GatewayAnswer.Refused(GatewayAnswer.MISSING_AUTHORIZATION, "no authorization header");
        }
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new GatewayAnswer.Refused(GatewayAnswer.INVALID_JWT, "no bearer token");
        }
        try {
            return tokens.verify(authorization.substring(SCHEME.length()).strip());
        } catch (TokenRefused e) {
            throw new GatewayAnswer.Refused(GatewayAnswer.INVALID_JWT, "the token is refused: " + e.getMessage());
        }
    }
}
