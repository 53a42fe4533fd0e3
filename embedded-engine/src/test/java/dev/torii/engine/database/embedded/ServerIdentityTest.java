package dev.torii.engine.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerIdentityTest {
    @TempDir
    private Path home;

    @Test
    void rootRunsTheServerEitherWayOnTheSameData() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root needs to look like somebody else");
        Path programs = PostgresPrograms.unpack(
                Path.of(System.getProperty("torii.test.cache", "target/test-cache"), "postgres-programs"), null);
        ClusterLogin login = ClusterLogin.of(home.resolve("postgres.password"));
        Path data = home.resolve("postgres");
        for (ServerIdentity identity :
                new ServerIdentity[] {ServerIdentity.NOBODY, ServerIdentity.NAMESPACE, ServerIdentity.NOBODY}) {
            assumeTrue(identity.works(), () -> "root may not be " + identity + " here");
            PostgresCluster cluster = new PostgresCluster(new PostgresCommand(programs, identity), data, login);
            cluster.createIfMissing();
            int port = cluster.start(0);
            assertThat(cluster.runningPort()).hasValue(port);
            int owner = (int) Files.getAttribute(data, "unix:uid");
            assertThat(owner).isEqualTo(identity == ServerIdentity.NOBODY ? 65534 : 0);
            cluster.stop();
            assertThat(cluster.runningPort()).isEmpty();
        }
    }
}
