package dev.torii.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.app.config.MonitorConfig.LogLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogFileTest {
    @TempDir
    private Path folder;

    @Test
    void aHomeMayHoldSpacesPercentSignsAndJapanese() throws IOException {
        Path home = folder.resolve("a b%2Fc 100% 家");

        LogFile.open(home, LogLevel.INFO);
        LoggerFactory.getLogger(LogFileTest.class).info("written there");

        assertThat(Files.readString(home.resolve("logs/torii.log"))).contains("written there");
    }

    @Test
    void fullLogsMoveUpAndTheOldestGoes() throws IOException {
        for (int round = 1; round <= 7; round++) {
            Files.writeString(folder.resolve("torii.log"), "round " + round);
            new OlderLogs(folder).rollover();
        }

        assertThat(folder.resolve("torii.log")).doesNotExist();
        assertThat(folder.resolve("torii.1.log")).hasContent("round 7");
        assertThat(folder.resolve("torii.5.log")).hasContent("round 3");
        assertThat(folder.resolve("torii.6.log")).doesNotExist();
    }
}
