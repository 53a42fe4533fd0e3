package dev.torii.app.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import dev.torii.app.config.AuthConfig;
import dev.torii.models.people.Caller;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tokens signed by an issuer whose public keys are read over HTTP.
class PublicKeysTest {
    private static final UUID USER = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final AtomicInteger reads = new AtomicInteger();
    private final RSAKey rsa;
    private final ECKey ec;
    private final HttpServer issuer;

    PublicKeysTest() throws Exception {
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        byte[] keys = new JWKSet(List.of(rsa, ec)).toString(true).getBytes(StandardCharsets.UTF_8);
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/jwks.json", exchange -> {
            reads.incrementAndGet();
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
    }

    @AfterEach
    void closeIssuer() {
        issuer.stop(0);
    }

    @Test
    void bothKindsOfKeysAreAcceptedAndReadOnce() throws Exception {
        TokenVerifier verifier = verifier(null);
        assertThat(verifier.verify(rsaToken(JWSAlgorithm.RS256, "rsa"))).isEqualTo(new Caller.User(USER));
        assertThat(verifier.verify(ecToken())).isEqualTo(new Caller.User(USER));
        assertThat(reads).hasValue(1);
    }

    @Test
    void thePublicKeyIsNeverTakenForASharedSecret() throws Exception {
        byte[] publicBytes = rsa.toRSAPublicKey().getEncoded();
        String forged = Tokens.signed(
                Tokens.user(USER, Instant.now()),
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(),
                new MACSigner(publicBytes));
        assertThatThrownBy(() -> verifier(null).verify(forged)).isInstanceOf(TokenRefused.class);
        assertThatThrownBy(() -> verifier(Tokens.SECRET).verify(forged)).isInstanceOf(TokenRefused.class);
    }

    @Test
    void theSecretAndTheKeysWorkSideBySide() throws Exception {
        TokenVerifier verifier = verifier(Tokens.SECRET);
        assertThat(verifier.verify(Tokens.signed(Tokens.key("service_role", Instant.now()))))
                .isEqualTo(Caller.SERVICE);
        assertThat(verifier.verify(ecToken())).isEqualTo(new Caller.User(USER));
    }

    @Test
    void withKeysAloneNoSharedSecretIsAccepted() {
        assertThatThrownBy(() -> verifier(null).verify(Tokens.signed(Tokens.user(USER, Instant.now()))))
                .isInstanceOf(TokenRefused.class)
                .hasMessageContaining("algorithm");
    }

    @Test
    void unknownKeysAndOtherAlgorithmsAreRefused() throws Exception {
        TokenVerifier verifier = verifier(null);
        assertThatThrownBy(() -> verifier.verify(rsaToken(JWSAlgorithm.RS256, "another")))
                .isInstanceOf(TokenRefused.class);
        assertThatThrownBy(() -> verifier.verify(rsaToken(JWSAlgorithm.RS512, "rsa")))
                .isInstanceOf(TokenRefused.class)
                .hasMessageContaining("algorithm");
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("rsa").generate();
        String forged = Tokens.signed(
                Tokens.user(USER, Instant.now()),
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(),
                new RSASSASigner(stranger));
        assertThatThrownBy(() -> verifier.verify(forged))
                .isInstanceOf(TokenRefused.class)
                .hasMessageContaining("signature");
    }

    @Test
    void anIssuerThatDoesNotAnswerIsNoFaultOfTheToken() throws Exception {
        TokenVerifier verifier = verifier(null);
        String token = ecToken();
        issuer.stop(0);
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOfSatisfying(
                        ToriiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_UNREACHABLE));
    }

    @Test
    void theIssuersWellKnownPlaceIsTheDefault() {
        assertThat(PublicKeys.address(new AuthConfig(null, null, Tokens.ISSUER, null)))
                .contains(URI.create("https://project.supabase.test/auth/v1/.well-known/jwks.json"));
        assertThat(PublicKeys.address(new AuthConfig(null, null, "supabase-demo", null)))
                .isEmpty();
    }

    private String rsaToken(JWSAlgorithm algorithm, String keyId) throws Exception {
        JWSHeader header = new JWSHeader.Builder(algorithm).keyID(keyId).build();
        return Tokens.signed(Tokens.user(USER, Instant.now()), header, new RSASSASigner(rsa));
    }

    private String ecToken() throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build();
        return Tokens.signed(Tokens.user(USER, Instant.now()), header, new ECDSASigner(ec));
    }

    private TokenVerifier verifier(@Nullable String secret) {
        URI keys = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks.json");
        AuthConfig auth = new AuthConfig(secret, keys, Tokens.ISSUER, Tokens.AUDIENCE);
        return TokenVerifier.of(auth, Path.of("nowhere"), Clock.systemUTC());
    }
}
