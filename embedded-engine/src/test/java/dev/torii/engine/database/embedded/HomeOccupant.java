package dev.torii.engine.database.embedded;

import dev.torii.engine.EngineConfig.DatabaseConfig;
import dev.torii.engine.database.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Another Torii process on a home: it opens the database, says so, and closes it when its input ends.
final class HomeOccupant implements AutoCloseable {
    private final Process process;

    private HomeOccupant(Process process) {
        this.process = process;
    }

    public static void main(String[] arguments) throws IOException {
        try (Database database = Database.open(Path.of(arguments[0]), config())) {
            System.out.println(database.health().state());
            System.in.read();
        }
    }

    static DatabaseConfig config() {
        Path programs = Path.of(System.getProperty("torii.test.cache", "target/test-cache"), "postgres-programs");
        return new DatabaseConfig(null, null, null, 2, 0, programs, null);
    }

    /// Starts the process and waits until it has the database open.
    static HomeOccupant enter(Path home) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dtorii.test.cache=" + System.getProperty("torii.test.cache", "target/test-cache"),
                        "-cp",
                        classPath,
                        HomeOccupant.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (!"UP".equals(line)) {
            process.destroyForcibly();
            throw new IOException("the other process says " + line);
        }
        return new HomeOccupant(process);
    }

    /// What `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Lets it end in order.
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
