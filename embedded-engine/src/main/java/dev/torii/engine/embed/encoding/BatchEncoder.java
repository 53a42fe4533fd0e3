package dev.torii.engine.embed.encoding;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Encodes batches. When a batch fails its items are encoded one by one, so that a single bad one costs itself
/// alone.
final class BatchEncoder {
    private final String modelVersion;
    private final int dimension;
    private final BiConsumer<Object, String> failures;

    /// @param failures told each item that could not be encoded, and why
    BatchEncoder(String modelVersion, int dimension, BiConsumer<Object, String> failures) {
        this.modelVersion = modelVersion;
        this.dimension = dimension;
        this.failures = failures;
    }

    /// An item with its vector.
    record Encoded<T>(T item, float[] vector) {}

    /// @param tower vectors of items, in their order
    /// @return the items that could be encoded
    /// @throws ToriiException MODEL_DAMAGED when vectors have a length other than the model's dimension
    <T> List<Encoded<T>> encode(List<T> items, Function<List<T>, float[][]> tower) {
        if (items.isEmpty()) {
            return List.of();
        }
        try {
            return checked(items, tower.apply(items));
        } catch (ToriiException e) {
            throw e;
        } catch (RuntimeException e) {
            if (items.size() == 1) {
                failures.accept(items.getFirst(), reason(e));
                return List.of();
            }
            List<Encoded<T>> encoded = new ArrayList<>();
            for (T item : items) {
                encoded.addAll(encode(List.of(item), tower));
            }
            return encoded;
        }
    }

    private <T> List<Encoded<T>> checked(List<T> items, float[][] vectors) {
        List<Encoded<T>> encoded = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            float[] vector = vectors[i];
            if (vector.length != dimension) {
                throw new ToriiException(
                        ErrorCode.MODEL_DAMAGED,
                        "Model %s is registered with %d dimensions and gave a vector of %d."
                                .formatted(modelVersion, dimension, vector.length),
                        "Maybe its files belong to another model: torii models verify " + modelVersion + ".");
            }
            if (isFinite(vector)) {
                encoded.add(new Encoded<>(items.get(i), vector));
            } else {
                failures.accept(items.get(i), "its vector holds a value that is not a number");
            }
        }
        return encoded;
    }

    private static boolean isFinite(float[] vector) {
        for (float value : vector) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static String reason(RuntimeException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
