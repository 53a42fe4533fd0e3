package dev.torii.engine.recommend.retrieval;

import java.io.IOException;

/// A segment file that cannot be used; it is derived data and is built again.
final class DamagedSegmentException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedSegmentException(String message) {
        super(message);
    }
}
