package dev.torii.app.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.app.config.AuthConfig;
import dev.torii.models.people.Caller;
import dev.torii.models.problem.ToriiException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretTest {
    @Test
    void itIsMadeOnceForItsOwnerAlone(@TempDir Path home) throws Exception {
        LocalSecret secret = new LocalSecret(home);
        String first = secret.readOrCreate();
        assertThat(first.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThanOrEqualTo(32);
        assertThat(new LocalSecret(home).readOrCreate()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret.file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(secret.file().resolveSibling(""))))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(secret.file().resolveSibling(""))) {
            assertThat(files).containsExactly(secret.file());
        }
    }

    @Test
    void wideRightsAreTakenBack(@TempDir Path home) throws Exception {
        LocalSecret secret = new LocalSecret(home);
        secret.readOrCreate();
        Files.setPosixFilePermissions(secret.file(), PosixFilePermissions.fromString("rw-r--r--"));
        secret.readOrCreate();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void twoHomesShareNothing(@TempDir Path one, @TempDir Path other) {
        assertThat(new LocalSecret(one).readOrCreate()).isNotEqualTo(new LocalSecret(other).readOrCreate());
    }

    @Test
    void theServerOfAHomeAcceptsItsTokens(@TempDir Path home) throws Exception {
        TokenMinter minter =
                TokenMinter.of(AuthConfig.DEFAULT, home, Clock.systemUTC()).orElseThrow();
        TokenVerifier verifier = TokenVerifier.of(AuthConfig.DEFAULT, home, Clock.systemUTC());
        assertThat(verifier.verify(minter.mint(Caller.SERVICE, Duration.ofHours(1))))
                .isEqualTo(Caller.SERVICE);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve("secrets"), "a file where the folder should be");
        assertThatThrownBy(() -> new LocalSecret(home).readOrCreate())
                .isInstanceOf(ToriiException.class)
                .hasMessageContaining(home.resolve("secrets").toString());
    }
}
