package dev.torii.engine.embed.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.engine.database.Database;
import dev.torii.engine.database.FreshDatabase;
import dev.torii.models.embedding.FilesState;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionFoldersTest {
    private static final Instant LONG_AGO = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant LIMIT = Instant.parse("2026-11-02T00:00:00Z");

    @Test
    void whatWasNeverRegisteredGoesAndEverythingElseStays() throws IOException {
        try (FreshDatabase fresh = FreshDatabase.portable();
                Database database = fresh.open()) {
            ModelRegistry registry = new ModelRegistry(database, new ModelDao(), fresh.home(), Clock.systemUTC());
            VersionFolders folders = new VersionFolders(registry);
            folder(registry, "orphan", true);
            folder(registry, "registered", true);
            folder(registry, "of another database", false);
            folder(registry, ".unfinished-1", false);
            Path young = folder(registry, "young", true);
            Files.setLastModifiedTime(young, FileTime.from(LIMIT.plusSeconds(1)));
            registry.register(version("registered"));
            registry.register(version("gone"));

            assertThat(folders.tidy(LIMIT)).containsExactly("orphan");

            try (Stream<Path> left = Files.list(registry.folder())) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder("registered", "of another database", "young");
            }
            assertThat(folders.state(version("registered"))).isEqualTo(FilesState.PRESENT);
            assertThat(folders.state(version("gone"))).isEqualTo(FilesState.MISSING);
            Files.delete(registry.folder("registered").resolve("weights"));
            assertThat(folders.state(version("registered"))).isEqualTo(FilesState.INCOMPLETE);
        }
    }

    private static Path folder(ModelRegistry registry, String name, boolean signed) throws IOException {
        Path folder = Files.createDirectories(registry.folder(name));
        Files.writeString(folder.resolve("weights"), "1");
        if (signed) {
            new VersionFolders(registry).sign(folder);
        }
        Files.setLastModifiedTime(folder, FileTime.from(LONG_AGO));
        return folder;
    }

    private static ModelVersion version(String name) {
        return new ModelVersion(
                name,
                ModelState.CANDIDATE,
                768,
                LONG_AGO,
                null,
                Map.of("weights", "00"),
                Map.of(),
                Map.of(),
                "fingerprint",
                null);
    }
}
