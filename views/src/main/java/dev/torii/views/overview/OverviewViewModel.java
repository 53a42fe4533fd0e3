package dev.torii.views.overview;

import dev.torii.views.feedback.Phase;
import dev.torii.views.feedback.Problem;
import dev.torii.views.feedback.Problems;
import dev.torii.views.fx.LatestRequest;
import dev.torii.views.fx.Threads;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The state of the overview. While it reads again, what was read before stays on the screen.
public final class OverviewViewModel {
    private final OverviewSource source;
    private final Problems problems;
    private final Threads threads;
    private final LatestRequest reading;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable OverviewFacts> facts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Attention> attention = FXCollections.observableArrayList();

    public OverviewViewModel(OverviewSource source, Problems problems, Threads threads) {
        this.source = source;
        this.problems = problems;
        this.threads = threads;
        this.reading = new LatestRequest(threads);
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Null until they were read for the first time.
    public ReadOnlyObjectProperty<@Nullable OverviewFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /// Why they could not be read; null unless the phase is FAILED.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ObservableList<Attention> attention() {
        return attention;
    }

    /// Reads everything again.
    public void refresh() {
        if (facts.get() == null) {
            phase.set(Phase.LOADING);
        }
        reading.ask(source::read, this::show, this::fail);
    }

    /// Starts what `action` names.
    public void start(OverviewAction action) {
        threads.background().execute(() -> {
            try {
                source.start(action);
            } catch (RuntimeException e) {
                threads.screen().execute(() -> problems.report(e));
            }
        });
    }

    private void show(OverviewFacts read) {
        problem.set(null);
        facts.set(read);
        attention.setAll(List.copyOf(Attention.of(read)));
        phase.set(Phase.READY);
    }

    private void fail(Throwable failure) {
        if (facts.get() == null) {
            problem.set(Problems.logged(failure));
            phase.set(Phase.FAILED);
        } else {
            problems.report(failure);
        }
    }
}
