package dev.torii.engine.embed.export;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Programs of Node beside the tests, with the packages of their `package.json`.
final class NodeProgram {
    private static final Path ROOT = Path.of(System.getProperty("torii.source.root", ".."));
    private static final Path SOURCES = ROOT.resolve("embedded-engine/src/test/node");
    private static final Path INSTALLED = ROOT.resolve("embedded-engine/target/node");

    private NodeProgram() {}

    /// Installs the packages once. A machine without Node 20, npm or network skips the test.
    static NodeProgram install() throws IOException, InterruptedException {
        assumeTrue(
                major(ChildProcess.run(ROOT, 20, "node", "--version")) >= 20,
                "no Node 20 or later: TensorFlow.js is not tried");
        Files.createDirectories(INSTALLED);
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                Path name = source.getFileName();
                Files.copy(source, INSTALLED.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.exists(INSTALLED.resolve("node_modules/@tensorflow/tfjs/package.json"))) {
            ChildProcess npm = ChildProcess.run(
                    INSTALLED,
                    300,
                    "npm",
                    "install",
                    "--no-package-lock",
                    "--no-audit",
                    "--no-fund",
                    "--ignore-scripts",
                    "--loglevel=error");
            assumeTrue(npm.status() == 0, () -> "npm cannot install TensorFlow.js: it is not tried\n" + npm.output());
        }
        return new NodeProgram();
    }

    /// Runs a program that prints a number in its last line.
    double largestDifference(String program, Path... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", program));
        Stream.of(arguments).map(Path::toAbsolutePath).map(Path::toString).forEach(command::add);
        return ChildProcess.run(INSTALLED, 120, command.toArray(String[]::new)).number();
    }

    private static int major(ChildProcess version) {
        String digits = version.output().strip().replaceAll("^v(\\d+)\\..*$", "$1");
        return version.status() == 0 && digits.matches("\\d+") ? Integer.parseInt(digits) : 0;
    }
}
