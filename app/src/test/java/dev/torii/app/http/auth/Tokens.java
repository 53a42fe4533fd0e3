package dev.torii.app.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/// Makes tokens as attackers and honest issuers make them.
public final class Tokens {
    public static final String SECRET = "a-secret-for-tests-with-more-than-32-bytes";
    public static final String ISSUER = "https://project.supabase.test/auth/v1";
    public static final String AUDIENCE = "authenticated";

    private Tokens() {}

    /// The claims of a signed-in user, valid for an hour.
    public static JWTClaimsSet.Builder user(UUID id, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(id.toString())
                .claim("role", "authenticated")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)));
    }

    /// The claims of one of Supabase's project keys: no subject, no audience.
    public static JWTClaimsSet.Builder key(String role, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer("supabase-demo")
                .claim("role", role)
                .expirationTime(Date.from(now.plusSeconds(3600)));
    }

    public static String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, SECRET);
    }

    public static String signed(JWTClaimsSet.Builder claims, String secret) {
        try {
            return signed(claims, new JWSHeader(JWSAlgorithm.HS256), new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String signed(JWTClaimsSet.Builder claims, JWSHeader header, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
