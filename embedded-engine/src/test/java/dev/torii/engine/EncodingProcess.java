package dev.torii.engine;

import dev.torii.engine.EngineConfig.DatabaseConfig;
import dev.torii.engine.database.FreshDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Another Torii process that encodes everything, and is killed in the middle of it.
final class EncodingProcess {
    private EncodingProcess() {}

    public static void main(String[] arguments) {
        DatabaseConfig database = new DatabaseConfig(arguments[1], arguments[2], arguments[3], 4, 0, null, null);
        try (Engine engine =
                Engine.open(EngineConfig.defaults(Path.of(arguments[0])).withDatabase(database))) {
            engine.encoding()
                    .embedAll(false)
                    .onChange(snapshot -> System.out.println(snapshot.progress().done()));
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts the process, and does what `kill -9` does when it has encoded this many videos.
    static void killAfter(FreshDatabase fresh, long videos) throws IOException, InterruptedException {
        DatabaseConfig database = fresh.config();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dtorii.native.dir=" + System.getProperty("torii.native.dir", ""),
                "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir", ""),
                "-Xmx512m",
                "-cp",
                classPath,
                EncodingProcess.class.getName(),
                fresh.home().toString(),
                String.valueOf(database.url()),
                String.valueOf(database.user()),
                String.valueOf(database.password())));
        Process process = builder.redirectErrorStream(true).start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !(line.matches("\\d+") && Long.parseLong(line) >= videos)) {
                line = lines.readLine();
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
