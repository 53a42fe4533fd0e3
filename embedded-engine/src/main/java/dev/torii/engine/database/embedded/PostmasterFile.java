package dev.torii.engine.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What PostgreSQL notes about its running server in `postmaster.pid`.
///
/// @param port 0 while the server has not written it yet
record PostmasterFile(long pid, Path dataFolder, int port) {
    private static final String NAME = "postmaster.pid";

    static Optional<PostmasterFile> read(Path dataFolder) throws IOException {
        try {
            List<String> lines = Files.readAllLines(dataFolder.resolve(NAME));
            if (lines.size() < 2 || !lines.get(0).strip().matches("\\d+")) {
                return Optional.empty();
            }
            String port = lines.size() > 3 ? lines.get(3).strip() : "";
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(0).strip()),
                    Path.of(lines.get(1).strip()),
                    port.matches("\\d+") ? Integer.parseInt(port) : 0));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static void delete(Path dataFolder) throws IOException {
        Files.deleteIfExists(dataFolder.resolve(NAME));
    }

    /// Whether the process lives and may be the server of `folder`. A process id may have been given to another
    /// program since, a dead process that nobody has buried has no program any more, and a copied home holds the
    /// note of its original.
    boolean mayServe(Path folder) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> command.contains("postgres"))
                .filter(command -> workingFolder().equals(folder))
                .isPresent();
    }

    private Path workingFolder() {
        try {
            return Path.of("/proc", Long.toString(pid), "cwd").toRealPath();
        } catch (IOException e) {
            return dataFolder; // a system without /proc
        }
    }
}
