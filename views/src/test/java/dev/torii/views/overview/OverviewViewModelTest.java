package dev.torii.views.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.catalog.CatalogCounts;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.views.feedback.Phase;
import dev.torii.views.feedback.Problems;
import dev.torii.views.fx.Threads;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewViewModelTest {
    private final Source source = new Source();
    private final Problems problems = new Problems();
    private final OverviewViewModel model =
            new OverviewViewModel(source, problems, new Threads(Runnable::run, Runnable::run));

    @Test
    void readsFactsAndWhatFollowsFromThem() {
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.LOADING);
        model.refresh();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.READY);
        assertThat(model.factsProperty().get()).isNotNull();
        assertThat(model.attention()).extracting(Attention::kind).containsExactly(Attention.Kind.EMPTY_CATALOGUE);
    }

    @Test
    void aFirstReadingThatFailsIsShownInPlace() {
        source.lost = true;
        model.refresh();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.FAILED);
        assertThat(model.problemProperty().get()).isNotNull();
        assertThat(problems.currentProperty().get()).isNull();
        source.lost = false;
        model.refresh();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.READY);
        assertThat(model.problemProperty().get()).isNull();
    }

    @Test
    void aLaterReadingThatFailsLeavesTheFactsAndIsToldInTheBanner() {
        model.refresh();
        source.lost = true;
        model.refresh();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.READY);
        assertThat(model.factsProperty().get()).isNotNull();
        assertThat(problems.currentProperty().get()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.DATABASE_UNREACHABLE);
            assertThat(problem.advice()).startsWith("Maybe");
        });
    }

    @Test
    void startsWhatIsAskedForAndTellsWhatItFailedWith() {
        model.start(OverviewAction.TRAIN);
        assertThat(source.started).containsExactly(OverviewAction.TRAIN);
        source.lost = true;
        model.start(OverviewAction.EMBED);
        assertThat(problems.currentProperty().get()).isNotNull();
    }

    private static final class Source implements OverviewSource {
        private final List<OverviewAction> started = new ArrayList<>();
        private boolean lost;

        @Override
        public OverviewFacts read() {
            check();
            return AttentionTest.facts(new CatalogCounts(0, 0, 0, 0, 0, 0), null, null);
        }

        @Override
        public void start(OverviewAction action) {
            check();
            started.add(action);
        }

        private void check() {
            if (lost) {
                throw new ToriiException(ErrorCode.DATABASE_UNREACHABLE, "No answer.", "Maybe it is down.");
            }
        }
    }
}
