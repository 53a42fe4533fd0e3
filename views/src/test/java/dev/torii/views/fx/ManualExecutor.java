package dev.torii.views.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/// Runs what it was given when the test says so, in the order that the test chooses.
public final class ManualExecutor implements Executor {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    public int size() {
        return waiting.size();
    }

    public void runFirst() {
        waiting.removeFirst().run();
    }

    public void runLast() {
        waiting.removeLast().run();
    }

    public void runAll() {
        while (!waiting.isEmpty()) {
            runFirst();
        }
    }
}
