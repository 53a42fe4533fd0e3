package dev.torii.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `torii evaluate` on files needs no database, and no home either.
class EvaluateCommandTest {
    @TempDir
    private Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void writeTwoTastes() throws IOException {
        home = folder.resolve("home");
        List<String> train = new ArrayList<>();
        List<String> test = new ArrayList<>();
        for (int user = 0; user < 40; user++) {
            int taste = user % 2 * 10;
            for (int i = 0; i < 10; i++) {
                (i == user / 2 % 10 ? test : train).add(user + "\t" + (taste + i) + "\t5\t" + (1000 + i));
            }
        }
        Files.write(folder.resolve("a.base"), train);
        Files.write(folder.resolve("a.test"), test);
    }

    @Test
    void comparesAlgorithmsOnFiles() {
        Invocation shown = evaluate("--algorithms", "popular,ease");

        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.out()).contains("metric", "popular", "ease", "ndcg@10");
        assertThat(home.resolve("postgres")).doesNotExist();
    }

    @Test
    void writesOneJsonDocument() {
        Invocation shown = evaluate("--algorithms", "popular,ease", "--json");

        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.json().at("/protocol").asText()).isEqualTo("folds");
        assertThat(shown.json().at("/results/1/metrics/ndcg@10/value").asDouble())
                .isGreaterThan(
                        shown.json().at("/results/0/metrics/ndcg@10/value").asDouble());
    }

    @Test
    void keepsTheReportAndShowsItAgain() {
        Invocation first = evaluate("--algorithms", "popular,ease", "--compare", "ease,popular", "--json");
        assertThat(first.code()).as(first.err()).isZero();
        String id = first.json().at("/id").asText();

        Invocation listed = Invocation.of(home, "evaluate", "list");
        assertThat(listed.code()).as(listed.err()).isZero();
        assertThat(listed.out()).contains(id, "folds", "ease");
        Invocation shown = Invocation.of(home, "evaluate", "show", id, "--json");
        assertThat(shown.out()).as("the same document").isEqualTo(first.out());
        assertThat(home.resolve("evaluations").resolve(id).resolve("evaluation.json"))
                .hasContent(first.out());
        assertThat(Invocation.of(home, "evaluate", "show", id, "--markdown").out())
                .contains("| metric | popular | ease |");
        assertThat(Invocation.of(home, "evaluate", "show", "20200101-000000-folds")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void keepsTheReportWhereItIsToldTo() {
        Path kept = folder.resolve("kept");
        Invocation shown = evaluate("--algorithms", "popular", "--to", kept.toString());

        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(kept)
                .isDirectoryContaining(
                        entry -> entry.resolve("evaluation.md").toFile().isFile());
        assertThat(Invocation.of(home, "evaluate", "list", "--to", kept.toString())
                        .out())
                .contains("0.5945");
        assertThat(Invocation.of(home, "evaluate", "list").out()).contains("No evaluation yet");
    }

    @Test
    void refusesOptionsThatMeanNothing() {
        assertThat(evaluate("--compare", "ease").code()).isEqualTo(2);
        assertThat(evaluate("--compare", "ease,nobody").err()).contains("no algorithm `nobody`");
        assertThat(evaluate("--protocol", "weekly").err()).contains("leave-one-out");
        assertThat(evaluate("--validation").code()).isEqualTo(2);
        assertThat(evaluate("--hidden-share", "1.5").code()).isEqualTo(2);
    }

    @Test
    void aMissingFileIsAnErrorWithAdvice() {
        Invocation failed = Invocation.of(
                home,
                "evaluate",
                "--train",
                folder.resolve("no").toString(),
                "--test",
                folder.resolve("a.test").toString());

        assertThat(failed.code()).isIn(1, 2);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("torii: ", "Maybe ").doesNotContain("\tat ");
    }

    private Invocation evaluate(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "evaluate",
                "--train",
                folder.resolve("a.base").toString(),
                "--test",
                folder.resolve("a.test").toString()));
        arguments.addAll(List.of(options));
        return Invocation.of(home, arguments.toArray(String[]::new));
    }
}
