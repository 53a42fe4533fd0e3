package dev.torii.app.http.auth;

import dev.torii.app.config.AuthConfig;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The shared secret of HS256 tokens: the configured one, or the one that the home folder keeps for itself.
public final class SigningSecret {
    /// HS256 needs a key as long as its hash (RFC 7518, 3.2).
    static final int MIN_BYTES = 32;

    private final byte[] bytes;

    private SigningSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A secret as it is configured or stored; its UTF-8 bytes are the key, as Supabase reads it.
    ///
    /// @throws ToriiException CONFIGURATION when it is shorter than 32 bytes
    public static SigningSecret of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_BYTES) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "auth.jwtSecret has " + bytes.length + " bytes; HS256 needs at least " + MIN_BYTES + ".",
                    "Maybe generate one: openssl rand -base64 48");
        }
        return new SigningSecret(bytes);
    }

    /// The secret by which the server of this configuration knows its tokens. Where neither a secret nor public
    /// keys are configured, the home folder's own secret is made on first use.
    ///
    /// @return empty when only public keys are configured
    public static Optional<SigningSecret> of(AuthConfig auth, Path home) {
        String configured = auth.jwtSecret();
        if (configured != null) {
            return Optional.of(of(configured));
        }
        return PublicKeys.address(auth).isPresent()
                ? Optional.empty()
                : Optional.of(of(new LocalSecret(home).readOrCreate()));
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, bytes.length);
    }

    @Override
    public String toString() {
        return "SigningSecret[***]";
    }
}
