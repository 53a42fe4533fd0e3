package dev.torii.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A test that asserts nothing proves nothing: every test method reaches an assertion, itself or through methods of
/// the tests.
class TestsAssertTest {
    private static final List<String> MODULES = List.of("models", "embedded-engine", "views", "app");
    private static final Set<String> TEST_ANNOTATIONS = Set.of(
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.params.ParameterizedTest",
            "org.junit.jupiter.api.RepeatedTest",
            "org.junit.jupiter.api.TestFactory");
    private static final List<String> ASSERTING = List.of(
            "org.assertj.",
            "org.junit.jupiter.api.Assertions",
            "org.testfx.api.FxAssert",
            "org.testfx.assertions",
            "com.tngtech.archunit.lang.ArchRule",
            "org.awaitility.");

    @Test
    void everyTestAsserts() {
        Path root = Path.of(System.getProperty("torii.source.root", ".."));
        List<Path> folders = MODULES.stream()
                .map(module -> root.resolve(module).resolve("target/test-classes"))
                .filter(Files::isDirectory)
                .toList();
        JavaClasses tests = new ClassFileImporter().importPaths(folders);
        List<String> silent = tests.stream()
                .flatMap(TestsAssertTest::testMethods)
                .filter(method -> !reachesAssertion(method, tests))
                .map(JavaMethod::getFullName)
                .sorted()
                .toList();
        assertThat(folders).isNotEmpty();
        assertThat(silent).as("test methods without an assertion").isEmpty();
    }

    private static Stream<JavaMethod> testMethods(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getAnnotations().stream()
                        .anyMatch(annotation -> TEST_ANNOTATIONS.contains(
                                annotation.getRawType().getName())));
    }

    private static boolean reachesAssertion(JavaMethod method, JavaClasses tests) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(method));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (!seen.add(unit)) {
                continue;
            }
            for (var call : unit.getCallsFromSelf()) {
                String owner = call.getTargetOwner().getName();
                if (ASSERTING.stream().anyMatch(owner::startsWith)) {
                    return true;
                }
                if (tests.contain(owner)) {
                    call.getTarget().resolveMember().ifPresent(open::push);
                }
            }
        }
        return false;
    }
}
