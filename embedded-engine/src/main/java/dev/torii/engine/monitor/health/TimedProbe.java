package dev.torii.engine.monitor.health;

import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.problem.ToriiException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks one part how it is, and does not wait long for the answer. While a question is unanswered no further one is
/// asked, so a part that hangs costs one thread, however often health is looked at.
final class TimedProbe {
    private final String part;
    private final Supplier<PartHealth> question;
    private @Nullable CompletableFuture<PartHealth> pending;

    TimedProbe(String part, Supplier<PartHealth> question) {
        this.part = part;
        this.question = question;
    }

    /// Begins to ask.
    synchronized CompletableFuture<PartHealth> ask() {
        CompletableFuture<PartHealth> present = pending;
        if (present != null && !present.isDone()) {
            return present;
        }
        CompletableFuture<PartHealth> asked = new CompletableFuture<>();
        Thread.ofVirtual().name("torii-health-" + part).start(() -> {
            try {
                asked.complete(question.get());
            } catch (RuntimeException e) {
                asked.completeExceptionally(e);
            }
        });
        pending = asked;
        return asked;
    }

    /// The answer, or that there is none.
    PartHealth await(CompletableFuture<PartHealth> answer, Duration most) {
        try {
            return answer.get(Math.max(0, most.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new PartHealth(part, PartState.DOWN, "does not answer");
        } catch (ExecutionException | CompletionException e) {
            String reason = e.getCause() instanceof ToriiException known ? known.getMessage() : "cannot be asked";
            return new PartHealth(part, PartState.DOWN, reason);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PartHealth(part, PartState.DOWN, "the question was interrupted");
        }
    }
}
