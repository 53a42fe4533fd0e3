package dev.torii.views.inspection;

import dev.torii.views.feedback.Phase;
import dev.torii.views.feedback.Problem;
import dev.torii.views.feedback.Problems;
import dev.torii.views.fx.LatestRequest;
import dev.torii.views.fx.Threads;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The answer to one kind of question: what is shown now, whether a newer one is awaited, and why there is none.
/// Only the newest question's answer is ever put there; until it comes the value before stays, unless it was
/// cleared.
///
/// @param <T> what is answered
public final class Answer<T> {
    private final LatestRequest asking;
    private final Predicate<T> isEmpty;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable T> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    Answer(Threads threads, Predicate<T> isEmpty) {
        this.asking = new LatestRequest(threads);
        this.isEmpty = isEmpty;
    }

    /// Changes last, when value and problem already fit to it.
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Null when there is none; while the phase is LOADING, the answer to an earlier question or null.
    public ReadOnlyObjectProperty<@Nullable T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /// Null unless the phase is FAILED.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void ask(Duration settle, Callable<T> question) {
        become(Phase.LOADING, value.get(), null);
        asking.ask(
                settle,
                question,
                answer -> become(isEmpty.test(answer) ? Phase.EMPTY : Phase.READY, answer, null),
                failure -> become(Phase.FAILED, null, Problems.logged(failure)));
    }

    void clear() {
        asking.forget();
        become(Phase.IDLE, null, null);
    }

    private void become(Phase next, @Nullable T answer, @Nullable Problem reason) {
        value.set(answer);
        problem.set(reason);
        phase.set(next);
    }
}
