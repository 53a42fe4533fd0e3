package dev.torii.app.http.functions;

import java.util.Map;

/// A function under `/functions/v1`, named as products invoke it.
public interface EdgeFunction {
    /// Its path below `/functions/v1/`, for example `user-management/likes`.
    String name();

    /// What it does, by HTTP method.
    Map<String, Operation> operations();

    /// One method of a function.
    @FunctionalInterface
    interface Operation {
        /// @return a record that becomes the JSON of a 200
        Object answer(FunctionRequest request);
    }
}
