package dev.torii.views.connection;

import dev.torii.engine.Engine;
import dev.torii.views.feedback.Problem;

/// How far the engine is.
public sealed interface ConnectionState {
    /// The database starts, or is being connected to.
    record Starting() implements ConnectionState {}

    record Ready(Engine engine) implements ConnectionState {}

    record Failed(Problem problem) implements ConnectionState {}
}
