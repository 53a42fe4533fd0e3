package dev.torii.views.feedback;

import dev.torii.models.problem.ErrorCode;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where the console tells that something went wrong; the banner shows the newest. To be used on the
/// screen's thread.
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final ReadOnlyObjectWrapper<@Nullable Problem> current = new ReadOnlyObjectWrapper<>();

    /// The problem that the banner shows; null while there is none.
    public ReadOnlyObjectProperty<@Nullable Problem> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Logs the error and shows it. Cancelling is not an error.
    public void report(Throwable failure) {
        Problem problem = logged(failure);
        if (problem.code() != ErrorCode.CANCELLED) {
            current.set(problem);
        }
    }

    public void dismiss() {
        current.set(null);
    }

    /// Logs the error where a view shows it by itself.
    public static Problem logged(Throwable failure) {
        Problem problem = Problem.of(failure);
        if (problem.code() == ErrorCode.INTERNAL) {
            LOG.error("{}", problem.detail(), failure);
        } else if (problem.code() != ErrorCode.CANCELLED) {
            LOG.warn("{}: {}", problem.code(), problem.detail());
        }
        return problem;
    }
}
