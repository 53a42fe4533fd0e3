package dev.torii.app.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.SignedJWT;
import dev.torii.app.config.AuthConfig;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.Key;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The issuer's public keys (JWKS), for RS256 and ES256 tokens. They are read on the first such token, kept for ten
/// minutes, and read again for an unknown key id, at most every thirty seconds.
final class PublicKeys {
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_BYTES = 256 * 1024;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(15);

    private final URI address;
    private final JWSVerificationKeySelector<SecurityContext> selector;

    PublicKeys(URI address) {
        this.address = address;
        this.selector = new JWSVerificationKeySelector<>(ALGORITHMS, source(address));
    }

    /// Where the keys are read: as configured, else at the issuer's well-known place (Supabase and Cognito use the
    /// same); empty when the issuer is no web address.
    static Optional<URI> address(AuthConfig auth) {
        URI configured = auth.jwksUrl();
        if (configured != null) {
            return Optional.of(configured);
        }
        String issuer = auth.issuer();
        return issuer != null && issuer.startsWith("https://")
                ? Optional.of(URI.create(issuer.replaceAll("/+$", "") + "/.well-known/jwks.json"))
                : Optional.empty();
    }

    /// Whether one of the keys signed the token. A key only ever checks the algorithms of its own type.
    ///
    /// @throws ToriiException SOURCE_UNREACHABLE when the keys cannot be read now
    boolean signed(SignedJWT token) throws TokenRefused {
        try {
            JWSHeader header = token.getHeader();
            for (Key key : selector.selectJWSKeys(header, null)) {
                if (token.verify(new DefaultJWSVerifierFactory().createJWSVerifier(header, key))) {
                    return true;
                }
            }
            return false;
        } catch (JWKSetUnavailableException e) {
            throw new ToriiException(
                    ErrorCode.SOURCE_UNREACHABLE,
                    "The token issuer's keys cannot be read from " + address + ".",
                    "Maybe auth.jwksUrl is wrong, or the issuer is down; the next request tries again.",
                    e);
        } catch (KeySourceException e) {
            throw new TokenRefused("its key is not known to the issuer", e);
        } catch (JOSEException e) {
            throw new TokenRefused("its algorithm does not fit the key", e);
        }
    }

    private static JWKSource<SecurityContext> source(URI address) {
        try {
            DefaultResourceRetriever retriever = new DefaultResourceRetriever(
                    (int) CONNECT_TIMEOUT.toMillis(), (int) READ_TIMEOUT.toMillis(), MAX_BYTES);
            return JWKSourceBuilder.create(address.toURL(), retriever)
                    .cache(KEPT.toMillis(), REFRESH_TIMEOUT.toMillis())
                    .retrying(true)
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "auth.jwksUrl is " + address + ", which is no web address.",
                    "Maybe it lacks https:// in front.",
                    e);
        }
    }
}
