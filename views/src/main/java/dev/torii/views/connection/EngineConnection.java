package dev.torii.views.connection;

import dev.torii.engine.Engine;
import dev.torii.views.connection.ConnectionState.Failed;
import dev.torii.views.connection.ConnectionState.Ready;
import dev.torii.views.connection.ConnectionState.Starting;
import dev.torii.views.feedback.Problems;
import dev.torii.views.fx.Threads;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Opens the engine in the background and tells how far it is, so that the window is there before the database.
public final class EngineConnection implements AutoCloseable {
    private final Callable<Engine> opener;
    private final Threads threads;
    private final ReadOnlyObjectWrapper<ConnectionState> state = new ReadOnlyObjectWrapper<>(new Starting());
    private final Object lock = new Object();
    private @Nullable Engine engine;
    private boolean closed;

    public EngineConnection(Callable<Engine> opener, Threads threads) {
        this.opener = opener;
        this.threads = threads;
    }

    /// A connection to an engine that is open already; whoever opened it closes it.
    public static EngineConnection ready(Engine engine, Threads threads) {
        EngineConnection connection = new EngineConnection(() -> engine, threads);
        connection.state.set(new Ready(engine));
        return connection;
    }

    public ReadOnlyObjectProperty<ConnectionState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ConnectionState state() {
        return state.get();
    }

    /// Begins to open the engine, or to try again after it failed. To be called on the screen's thread, or
    /// before there is a screen.
    public void open() {
        if (!(state.get() instanceof Starting)) {
            state.set(new Starting());
        }
        threads.background().execute(this::openNow);
    }

    private void openNow() {
        ConnectionState reached;
        try {
            Engine opened = opener.call();
            if (!keep(opened)) {
                opened.close();
                return;
            }
            reached = new Ready(opened);
        } catch (Exception | LinkageError e) {
            reached = new Failed(Problems.logged(e));
        }
        ConnectionState next = reached;
        threads.screen().execute(() -> state.set(next));
    }

    private boolean keep(Engine opened) {
        synchronized (lock) {
            if (closed) {
                return false;
            }
            engine = opened;
            return true;
        }
    }

    /// Closes the engine; one that is still being opened is closed as soon as it is there.
    @Override
    public void close() {
        Engine toClose;
        synchronized (lock) {
            closed = true;
            toClose = engine;
            engine = null;
        }
        if (toClose != null) {
            toClose.close();
        }
    }
}
