package dev.torii.engine.embed.towers;

import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/// The layers above the embedding tables, the same in training and in the saved model.
///
/// A tower is shallow on purpose: the row of the id (or the pool of a history's rows) plus one hidden layer over
/// the content, scaled to length 1. More layers were measured to bring nothing; loss and negatives bring much.
final class TowerLayers {
    private static final float SMALLEST_SQUARE = 1e-12f;

    private final Ops tf;
    private final Map<String, ? extends Operand<TFloat32>> parameters;

    TowerLayers(Ops tf, Map<String, ? extends Operand<TFloat32>> parameters) {
        this.tf = tf;
        this.parameters = parameters;
    }

    /// @param id [n, dimension] rows of the id table, zero where a video has none
    /// @param content [n, contentWidth]
    /// @param numeric [n, numericWidth]
    /// @return [n, dimension], rows of length 1
    Operand<TFloat32> item(Operand<TFloat32> id, Operand<TFloat32> content, Operand<TFloat32> numeric) {
        Operand<TFloat32> described = tf.concat(List.of(content, numeric), tf.constant(1));
        return unitLength(tf.math.add(id, hiddenLayer("item", described)));
    }

    /// @param history [n, dimension] pool of history-side rows
    /// @param content [n, contentWidth] pool of the history's content
    /// @param numeric [n, userNumericWidth]
    /// @return [n, dimension], rows of length 1
    Operand<TFloat32> user(Operand<TFloat32> history, Operand<TFloat32> content, Operand<TFloat32> numeric) {
        Operand<TFloat32> described = tf.concat(List.of(content, numeric), tf.constant(1));
        return unitLength(tf.math.add(history, hiddenLayer("user", described)));
    }

    private Operand<TFloat32> hiddenLayer(String tower, Operand<TFloat32> input) {
        Operand<TFloat32> hidden = tf.nn.relu(
                tf.math.add(tf.linalg.matMul(input, parameter(tower + "_hidden")), parameter(tower + "_hidden_bias")));
        return tf.linalg.matMul(hidden, parameter(tower + "_output"));
    }

    private Operand<TFloat32> parameter(String name) {
        Operand<TFloat32> found = parameters.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return found;
    }

    private Operand<TFloat32> unitLength(Operand<TFloat32> rows) {
        Operand<TFloat32> squares = tf.reduceSum(tf.math.square(rows), tf.constant(1), ReduceSum.keepDims(true));
        return tf.math.mul(rows, tf.math.rsqrt(tf.math.maximum(squares, tf.constant(SMALLEST_SQUARE))));
    }
}
