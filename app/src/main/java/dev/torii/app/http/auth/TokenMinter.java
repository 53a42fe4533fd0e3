package dev.torii.app.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.torii.app.config.AuthConfig;
import dev.torii.models.people.Caller;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes HS256 tokens that the server of the same configuration accepts: for the operator at the console and the
/// command line, who holds the secret anyway.
public final class TokenMinter {
    private static final String DEFAULT_AUDIENCE = "authenticated";

    private final SigningSecret secret;
    private final @Nullable String issuer;
    private final @Nullable String audience;
    private final Clock clock;

    public TokenMinter(SigningSecret secret, AuthConfig auth, Clock clock) {
        this.secret = secret;
        this.issuer = auth.issuer();
        this.audience = auth.audience();
        this.clock = clock;
    }

    /// @return empty when the configuration has public keys only, so that no token of ours would be accepted
    public static Optional<TokenMinter> of(AuthConfig auth, Path home, Clock clock) {
        return SigningSecret.of(auth, home).map(secret -> new TokenMinter(secret, auth, clock));
    }

    /// A token that makes its bearer `caller`.
    public String mint(Caller caller, Duration validity) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer == null ? "torii" : issuer)
                .audience(audience == null ? DEFAULT_AUDIENCE : audience)
                .claim("role", role(caller).claim())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validity)));
        if (caller instanceof Caller.User user) {
            claims.subject(user.userId().toString());
        }
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims.build());
        try {
            token.sign(new MACSigner(secret.bytes()));
        } catch (JOSEException e) {
            throw new IllegalStateException("a secret of 32 bytes or more signs HS256", e);
        }
        return token.serialize();
    }

    private static Role role(Caller caller) {
        return switch (caller) {
            case Caller.Anonymous ignored -> Role.ANON;
            case Caller.User ignored -> Role.AUTHENTICATED;
            case Caller.Service ignored -> Role.SERVICE_ROLE;
        };
    }
}
