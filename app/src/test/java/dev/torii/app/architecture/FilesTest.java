package dev.torii.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Files are small and their names say what they hold.
class FilesTest {
    private static final int LONGEST = 400;
    private static final List<String> EMPTY_WORDS =
            List.of("Impl", "Manager", "Util", "Utils", "Helper", "Helpers", "Base");

    @Test
    void noFileIsLongerThanAReaderHolds() throws IOException {
        assertThat(sources().filter(file -> lines(file) > LONGEST)).isEmpty();
    }

    @Test
    void noNameEndsInAWordThatSaysNothing() throws IOException {
        assertThat(sources()
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .filter(name -> EMPTY_WORDS.stream().anyMatch(name::endsWith)))
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        assertThat(sources()
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> folder.toString().contains("src/main"))
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
                .isEmpty();
    }

    private static Stream<Path> sources() throws IOException {
        Path root = Path.of(System.getProperty("torii.source.root", ".."));
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList()
                    .stream();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
