package dev.torii.app.cli;

import ch.qos.logback.core.rolling.RollingPolicyBase;
import ch.qos.logback.core.rolling.RolloverFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Keeps the last full logs beside the current one: `torii.1.log` is the newest of them. Logback's own policy takes
/// the path of the folder for a pattern, so it cannot work where that holds a percent sign.
final class OlderLogs extends RollingPolicyBase {
    private static final int KEPT = 5;

    private final Path folder;

    OlderLogs(Path folder) {
        this.folder = folder;
    }

    @Override
    public void rollover() {
        try {
            for (int age = KEPT; age > 0; age--) {
                Path younger = age == 1 ? current() : older(age - 1);
                if (Files.exists(younger)) {
                    Files.move(younger, older(age), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new RolloverFailure("The log cannot be renamed.", e);
        }
    }

    @Override
    public String getActiveFileName() {
        return current().toString();
    }

    private Path current() {
        return folder.resolve("torii.log");
    }

    private Path older(int age) {
        return folder.resolve("torii." + age + ".log");
    }
}
