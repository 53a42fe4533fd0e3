package dev.torii.views.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestRequestTest {
    private final ManualExecutor background = new ManualExecutor();
    private final ManualExecutor screen = new ManualExecutor();
    private final LatestRequest request = new LatestRequest(new Threads(background, screen));
    private final List<String> shown = new ArrayList<>();

    @Test
    void anAnswerThatComesAfterANewerQuestionIsDropped() {
        request.ask(() -> "old", shown::add, failure -> shown.add("failed"));
        background.runAll();
        request.ask(() -> "new", shown::add, failure -> shown.add("failed"));
        background.runAll();
        screen.runAll();
        assertThat(shown).containsExactly("new");
    }

    @Test
    void aQuestionThatIsOutdatedBeforeItIsAskedIsNotAsked() {
        List<String> asked = new ArrayList<>();
        request.ask(() -> asked.add("old"), done -> {}, failure -> {});
        request.ask(() -> asked.add("new"), done -> {}, failure -> {});
        background.runAll();
        assertThat(asked).containsExactly("new");
    }

    @Test
    void aFailureOfAnOutdatedQuestionIsDroppedToo() {
        request.ask(
                () -> {
                    throw new IllegalStateException("old");
                },
                answer -> shown.add("answered"),
                failure -> shown.add(failure.getMessage()));
        background.runAll();
        request.forget();
        screen.runAll();
        assertThat(shown).isEmpty();
    }

    @Test
    void theFailureOfTheNewestQuestionIsTold() {
        request.ask(
                () -> {
                    throw new IllegalStateException("no");
                },
                answer -> shown.add("answered"),
                failure -> shown.add(failure.getMessage()));
        background.runAll();
        screen.runAll();
        assertThat(shown).containsExactly("no");
    }
}
