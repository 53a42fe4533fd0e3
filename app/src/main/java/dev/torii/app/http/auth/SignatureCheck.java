package dev.torii.app.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a token was signed by somebody we trust. The algorithm decides the kind of key: HS256 is checked
/// with the shared secret alone, RS256 and ES256 with the issuer's public keys alone, everything else is
/// refused.
final class SignatureCheck {
    private final @Nullable SigningSecret secret;
    private final @Nullable PublicKeys publicKeys;

    SignatureCheck(Optional<SigningSecret> secret, Optional<PublicKeys> publicKeys) {
        this.secret = secret.orElse(null);
        this.publicKeys = publicKeys.orElse(null);
    }

    void check(SignedJWT token) throws TokenRefused {
        JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
        if (!signed(token, algorithm)) {
            throw new TokenRefused("its signature is wrong");
        }
    }

    private boolean signed(SignedJWT token, JWSAlgorithm algorithm) throws TokenRefused {
        if (JWSAlgorithm.HS256.equals(algorithm) && secret != null) {
            try {
                return token.verify(new MACVerifier(secret.bytes()));
            } catch (JOSEException e) {
                throw new TokenRefused("its header cannot be understood", e);
            }
        }
        if (PublicKeys.ALGORITHMS.contains(algorithm) && publicKeys != null) {
            return publicKeys.signed(token);
        }
        throw new TokenRefused("its algorithm is not accepted here");
    }
}
