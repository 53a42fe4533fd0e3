package dev.torii.engine.embed.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A program that ran to its end.
///
/// @param status its exit code; -1 when it could not be started or took too long
/// @param output both of its streams
record ChildProcess(int status, String output) {
    static ChildProcess run(Path folder, int seconds, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("child", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            return new ChildProcess(ended ? process.exitValue() : -1, Files.readString(output));
        } catch (IOException e) {
            return new ChildProcess(-1, String.valueOf(e.getMessage()));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /// Runs a main class of the tests. Its arguments come in a file: ONNX Runtime 1.29 crashes in a process whose
    /// command line is longer than a few thousand characters, as one with a class path is.
    static ChildProcess java(Class<?> main, Path... arguments) throws IOException, InterruptedException {
        Path file = Files.createTempFile("java", ".args");
        try {
            StringBuilder text = new StringBuilder("--enable-native-access=ALL-UNNAMED\n-cp\n\"")
                    .append(String.valueOf(System.getProperty("java.class.path"))
                            .replace("\\", "\\\\"))
                    .append("\"\n")
                    .append(main.getName());
            for (Path argument : arguments) {
                text.append("\n\"")
                        .append(argument.toAbsolutePath().toString().replace("\\", "\\\\"))
                        .append('"');
            }
            Files.writeString(file, text);
            String java = Path.of(String.valueOf(System.getProperty("java.home")), "bin", "java")
                    .toString();
            return run(Path.of("."), 120, java, "@" + file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// The number in its last line.
    double number() {
        assertThat(status).as(output).isZero();
        return Double.parseDouble(output.lines().toList().getLast());
    }
}
