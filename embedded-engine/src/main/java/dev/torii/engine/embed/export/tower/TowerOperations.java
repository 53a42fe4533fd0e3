package dev.torii.engine.embed.export.tower;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The operations that a tower is made of, in the words of one format. [TowerBlueprint] calls them in order;
/// names of tables, kernels and biases are those of the variables.
///
/// @param <T> a value between two operations: a matrix with a row for each video or user
public interface TowerOperations<T> {
    /// An input with one index for each row: int32 [n].
    T indices(String name);

    /// An input with a bag of indices for each row: int32 [n, k].
    T bag(String name);

    /// An input with the weights of a bag: float32 [n, k].
    T bagWeights(String name);

    /// An input with a fixed number of columns: float32 [n, width].
    T numbers(String name, int width);

    /// The table's rows of these indices.
    T rows(String table, T indices);

    /// The weighted sums of the table's rows of these bags.
    T pool(String table, T bag, T weights);

    /// Side by side.
    T concat(List<T> parts);

    /// `input · kernel + bias`, negative values cut off where `relu`.
    ///
    /// @param bias null: none
    T dense(T input, String kernel, @Nullable String bias, boolean relu);

    T add(T first, T second);

    /// Each row divided by its Euclidean length; a row of zeros stays.
    T unitLength(T rows);

    /// Ends the tower.
    void output(String name, T rows);
}
