package dev.torii.engine.ingest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Real data that is not part of this project: tests that read it are skipped where it is absent. The environment
/// variable `TORII_TEST_DATA` names its folder.
public final class ResearchData {
    private ResearchData() {}

    public static Path folder(String name) {
        String named = System.getenv("TORII_TEST_DATA");
        Path root = Path.of(System.getProperty("torii.source.root", "."));
        Path folder = (named == null ? root.resolve("../shared/data") : Path.of(named))
                .resolve(name)
                .normalize();
        assumeTrue(Files.isDirectory(folder), () -> "no research data in " + folder + ": set TORII_TEST_DATA");
        return folder;
    }
}
