package dev.torii.models.embedding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// In what form a model version leaves Torii.
public enum ExportFormat {
    /// The TensorFlow SavedModels themselves.
    SAVEDMODEL,
    /// TensorFlow.js layers models.
    TFJS,
    /// ONNX models.
    ONNX;

    /// Its name on the command line and in paths.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExportFormat> of(String key) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(key))
                .findFirst();
    }
}
