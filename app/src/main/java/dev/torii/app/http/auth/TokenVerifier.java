package dev.torii.app.http.auth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.torii.app.config.AuthConfig;
import dev.torii.models.people.Caller;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// From a bearer token to the caller that it stands for. Everything that the database will believe is checked here:
/// the role is one of three, and a person's id is a UUID before any transaction opens.
public final class TokenVerifier {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final SignatureCheck signatures;
    private final ClaimsCheck claims;

    TokenVerifier(SignatureCheck signatures, ClaimsCheck claims) {
        this.signatures = signatures;
        this.claims = claims;
    }

    /// @throws dev.torii.models.problem.ToriiException CONFIGURATION when the secret is too short or the key
    /// address is none
    public static TokenVerifier of(AuthConfig auth, Path home, Clock clock) {
        Optional<PublicKeys> publicKeys = PublicKeys.address(auth).map(PublicKeys::new);
        return new TokenVerifier(
                new SignatureCheck(SigningSecret.of(auth, home), publicKeys), new ClaimsCheck(auth, clock));
    }

    /// @throws TokenRefused when the token is not one of ours, or not valid now
    /// @throws dev.torii.models.problem.ToriiException SOURCE_UNREACHABLE when the issuer's keys cannot be read
    public Caller verify(String token) throws TokenRefused {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            signatures.check(signed);
            JWTClaimsSet set = signed.getJWTClaimsSet();
            Role role = role(set);
            String subject = set.getSubject();
            boolean shared = JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm());
            claims.check(set, shared && subject == null && role != Role.AUTHENTICATED);
            return caller(role, subject);
        } catch (ParseException e) {
            throw new TokenRefused("it is no signed JWT", e);
        }
    }

    private static Role role(JWTClaimsSet set) throws TokenRefused, ParseException {
        String claim = set.getStringClaim("role");
        return Role.ofClaim(claim == null ? "" : claim)
                .orElseThrow(() -> new TokenRefused("its role is none of anon, authenticated, service_role"));
    }

    private static Caller caller(Role role, @Nullable String subject) throws TokenRefused {
        return switch (role) {
            case ANON -> Caller.ANONYMOUS;
            case SERVICE_ROLE -> Caller.SERVICE;
            case AUTHENTICATED -> {
                if (subject == null || !UUID_FORM.matcher(subject).matches()) {
                    throw new TokenRefused("its sub is no UUID");
                }
                yield new Caller.User(UUID.fromString(subject));
            }
        };
    }
}
