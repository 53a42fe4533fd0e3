package dev.torii.views.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// A line of questions of which only the newest counts: an answer that comes after a newer question was asked is
/// dropped, and a question that waited too long is not asked at all.
public final class LatestRequest {
    private final Threads threads;
    private final AtomicLong newest = new AtomicLong();

    public LatestRequest(Threads threads) {
        this.threads = threads;
    }

    /// Asks `question` in the background and hands its answer, or what it failed with, to the screen's thread.
    public <T> void ask(Callable<T> question, Consumer<T> answer, Consumer<Throwable> failure) {
        ask(Duration.ZERO, question, answer, failure);
    }

    /// As above, after `settle` has passed without a newer question: for text that is being typed.
    public <T> void ask(Duration settle, Callable<T> question, Consumer<T> answer, Consumer<Throwable> failure) {
        long ticket = newest.incrementAndGet();
        Runnable work = () -> {
            if (ticket == newest.get()) {
                carryOut(ticket, question, answer, failure);
            }
        };
        if (settle.isZero()) {
            threads.background().execute(work);
        } else {
            threads.later(settle, () -> threads.background().execute(work));
        }
    }

    /// Forgets what is under way: no answer to a question asked so far will come.
    public void forget() {
        newest.incrementAndGet();
    }

    // Whatever a service throws has to reach the screen; nothing may die silently on a background thread.
    private <T> void carryOut(long ticket, Callable<T> question, Consumer<T> answer, Consumer<Throwable> failure) {
        try {
            T value = question.call();
            deliver(ticket, () -> answer.accept(value));
        } catch (Exception | LinkageError e) {
            deliver(ticket, () -> failure.accept(e));
        }
    }

    private void deliver(long ticket, Runnable delivery) {
        threads.screen().execute(() -> {
            if (ticket == newest.get()) {
                delivery.run();
            }
        });
    }
}
