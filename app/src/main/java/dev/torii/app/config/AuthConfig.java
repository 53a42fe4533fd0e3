package dev.torii.app.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// How callers of the HTTP server prove who they are.
///
/// @param jwtSecret the shared secret of HS256 tokens, at least 32 bytes; null: none is accepted
/// @param jwksUrl where the public keys of RS256 and ES256 tokens are read; null: none is accepted
/// @param issuer the only `iss` that is accepted; null: not checked
/// @param audience the only `aud` that is accepted; null: not checked
public record AuthConfig(
        @Nullable String jwtSecret,
        @Nullable URI jwksUrl,
        @Nullable String issuer,
        @Nullable String audience) {
    public static final AuthConfig DEFAULT = new AuthConfig(null, null, null, null);

    public AuthConfig withJwtSecret(String changed) {
        return new AuthConfig(changed, jwksUrl, issuer, audience);
    }

    @Override
    public String toString() {
        return "AuthConfig[jwtSecret=***, jwksUrl=" + jwksUrl + ", issuer=" + issuer + ", audience=" + audience + "]";
    }
}
