package dev.torii.app.http.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.torii.app.config.AuthConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a rightly signed token is valid now, and meant for us.
///
/// The project keys of Supabase (`anon` and `service_role`, without `sub`) carry no audience and the issuer
/// `supabase` or `supabase-demo`: both are accepted of a key, while what it does say about its audience must fit.
final class ClaimsCheck {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Set<String> PROJECT_KEY_ISSUERS = Set.of("supabase", "supabase-demo");

    private final @Nullable String issuer;
    private final @Nullable String audience;
    private final Clock clock;

    ClaimsCheck(AuthConfig auth, Clock clock) {
        this.issuer = auth.issuer();
        this.audience = auth.audience();
        this.clock = clock;
    }

    /// @param projectKey whether the token is a key of the product rather than of a person
    void check(JWTClaimsSet claims, boolean projectKey) throws TokenRefused {
        Instant now = clock.instant();
        Date expiry = claims.getExpirationTime();
        require(expiry != null, "it has no expiry");
        require(expiry != null && now.isBefore(expiry.toInstant().plus(SKEW)), "it is expired");
        Date notBefore = claims.getNotBeforeTime();
        require(notBefore == null || !now.plus(SKEW).isBefore(notBefore.toInstant()), "it is not valid yet");
        require(issuerFits(claims.getIssuer(), projectKey), "it is of another issuer");
        require(audienceFits(claims.getAudience(), projectKey), "it is for another audience");
    }

    private boolean issuerFits(@Nullable String of, boolean projectKey) {
        if (issuer == null || issuer.equals(of)) {
            return true;
        }
        return projectKey && (of == null || PROJECT_KEY_ISSUERS.contains(of));
    }

    private boolean audienceFits(List<String> of, boolean projectKey) {
        if (audience == null || of.contains(audience)) {
            return true;
        }
        return projectKey && of.isEmpty();
    }

    private static void require(boolean holds, String otherwise) throws TokenRefused {
        if (!holds) {
            throw new TokenRefused(otherwise);
        }
    }
}
