package dev.torii.app.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.torii.app.config.AuthConfig;
import dev.torii.models.people.Caller;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID USER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Path NO_HOME = Path.of("nowhere");

    private final TokenVerifier verifier = verifier(Tokens.ISSUER, Tokens.AUDIENCE);

    @Test
    void aSignedInUserIsItself() throws TokenRefused {
        assertThat(verifier.verify(Tokens.signed(Tokens.user(USER, NOW)))).isEqualTo(new Caller.User(USER));
    }

    @Test
    void projectKeysNeedNoSubject() throws TokenRefused {
        assertThat(verifier.verify(Tokens.signed(Tokens.key("anon", NOW)))).isEqualTo(Caller.ANONYMOUS);
        assertThat(verifier.verify(Tokens.signed(Tokens.key("service_role", NOW))))
                .isEqualTo(Caller.SERVICE);
    }

    @Test
    void aMintedTokenIsAccepted() throws TokenRefused {
        AuthConfig auth = new AuthConfig(Tokens.SECRET, null, Tokens.ISSUER, Tokens.AUDIENCE);
        TokenMinter minter =
                TokenMinter.of(auth, NO_HOME, Clock.fixed(NOW, ZoneOffset.UTC)).orElseThrow();
        for (Caller caller : List.of(Caller.ANONYMOUS, Caller.SERVICE, new Caller.User(USER))) {
            assertThat(verifier.verify(minter.mint(caller, Duration.ofHours(1))))
                    .isEqualTo(caller);
        }
    }

    @Test
    void anotherSecretIsRefused() {
        refused(Tokens.signed(Tokens.user(USER, NOW), Tokens.SECRET + "!"), "signature");
    }

    @Test
    void aChangedClaimIsRefused() {
        String[] parts = Tokens.signed(Tokens.user(USER, NOW)).split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"authenticated\"", "\"service_role\"");
        refused(parts[0] + "." + encode(claims) + "." + parts[2], "signature");
    }

    @Test
    void unsignedIsRefused() {
        refused(new PlainJWT(Tokens.user(USER, NOW).build()).serialize(), "no signed JWT");
        String[] parts = Tokens.signed(Tokens.user(USER, NOW)).split("\\.");
        refused(encode("{\"alg\":\"none\"}") + "." + parts[1] + ".", "no signed JWT");
        refused(encode("{\"alg\":\"None\"}") + "." + parts[1] + "." + parts[2], "algorithm");
        refused(parts[0] + "." + parts[1] + ".", "no signed JWT", "signature");
    }

    @Test
    void otherAlgorithmsOfTheSecretAreRefused() throws Exception {
        String longSecret = Tokens.SECRET + Tokens.SECRET;
        refused(
                Tokens.signed(Tokens.user(USER, NOW), new JWSHeader(JWSAlgorithm.HS512), new MACSigner(longSecret)),
                "algorithm");
    }

    @Test
    void aCriticalHeaderThatNobodyUnderstandsIsRefused() throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .criticalParams(Set.of("exp2"))
                .customParam("exp2", 1)
                .build();
        refused(Tokens.signed(Tokens.user(USER, NOW), header, new MACSigner(Tokens.SECRET)), "signature", "header");
    }

    @Test
    void expiryHasThirtySecondsOfSkew() throws TokenRefused {
        assertThat(verifier.verify(Tokens.signed(expiring(NOW.minusSeconds(29)))))
                .isEqualTo(new Caller.User(USER));
        refused(Tokens.signed(expiring(NOW.minusSeconds(31))), "expired");
        refused(Tokens.signed(Tokens.user(USER, NOW).expirationTime(null)), "no expiry");
    }

    @Test
    void notBeforeHasThirtySecondsOfSkew() throws TokenRefused {
        JWTClaimsSet.Builder soon = Tokens.user(USER, NOW).notBeforeTime(Date.from(NOW.plusSeconds(29)));
        assertThat(verifier.verify(Tokens.signed(soon))).isEqualTo(new Caller.User(USER));
        refused(Tokens.signed(Tokens.user(USER, NOW).notBeforeTime(Date.from(NOW.plusSeconds(31)))), "not valid yet");
    }

    @Test
    void issuerAndAudienceMustFit() {
        refused(Tokens.signed(Tokens.user(USER, NOW).issuer("https://elsewhere.test")), "issuer");
        refused(Tokens.signed(Tokens.user(USER, NOW).issuer(null)), "issuer");
        refused(Tokens.signed(Tokens.user(USER, NOW).issuer("supabase-demo")), "issuer");
        refused(Tokens.signed(Tokens.user(USER, NOW).audience("other")), "audience");
        refused(Tokens.signed(Tokens.user(USER, NOW).audience((String) null)), "audience");
        refused(Tokens.signed(Tokens.key("service_role", NOW).audience("other")), "audience");
        refused(Tokens.signed(Tokens.key("service_role", NOW).issuer("https://elsewhere.test")), "issuer");
    }

    @Test
    void oneOfSeveralAudiencesSuffices() throws TokenRefused {
        JWTClaimsSet.Builder both = Tokens.user(USER, NOW).audience(List.of("other", Tokens.AUDIENCE));
        assertThat(verifier.verify(Tokens.signed(both))).isEqualTo(new Caller.User(USER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "authenticator", "supabase_admin", "SERVICE_ROLE", "service_role ", ""})
    void otherRolesAreRefused(String role) {
        refused(Tokens.signed(Tokens.user(USER, NOW).claim("role", role)), "role");
    }

    @Test
    void aRoleThatIsNoTextIsRefused() {
        refused(Tokens.signed(Tokens.user(USER, NOW).claim("role", List.of("service_role"))), "no signed JWT");
        refused(Tokens.signed(Tokens.user(USER, NOW).claim("role", null)), "role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1-1-1-1-1", "not-a-uuid", "00000000-0000-4000-8000-00000000000g", " "})
    void aSubjectThatIsNoUuidIsRefused(String subject) {
        refused(Tokens.signed(Tokens.user(USER, NOW).subject(subject)), "sub");
    }

    @Test
    void aUserWithoutSubjectIsRefused() {
        refused(Tokens.signed(Tokens.user(USER, NOW).subject(null)), "sub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "sb_publishable_abc", "{}"})
    void rubbishIsRefused(String token) {
        refused(token, "no signed JWT");
    }

    @Test
    void aShortSecretIsAConfigurationError() {
        AuthConfig shortSecret = new AuthConfig("too short", null, null, null);
        assertThatThrownBy(() -> TokenVerifier.of(shortSecret, NO_HOME, Clock.systemUTC()))
                .isInstanceOfSatisfying(
                        ToriiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessageContaining("9 bytes")
                .message()
                .doesNotContain("too short");
    }

    private void refused(String token, String... oneOfTheReasons) {
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOf(TokenRefused.class)
                .message()
                .containsAnyOf(oneOfTheReasons);
    }

    private static JWTClaimsSet.Builder expiring(Instant at) {
        return Tokens.user(USER, NOW).expirationTime(Date.from(at));
    }

    private static TokenVerifier verifier(String issuer, String audience) {
        AuthConfig auth = new AuthConfig(Tokens.SECRET, null, issuer, audience);
        SigningSecret secret = SigningSecret.of(Tokens.SECRET);
        return new TokenVerifier(
                new SignatureCheck(Optional.of(secret), Optional.empty()),
                new ClaimsCheck(auth, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
