package dev.torii.engine.embed.towers;

import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/// Between float arrays, row by row, and tensors.
final class Tensors {
    private Tensors() {}

    static TFloat32 matrix(float[] rows, int width) {
        return TFloat32.tensorOf(Shape.of(rows.length / width, width), DataBuffers.of(rows, true, false));
    }

    static TFloat32 vector(float[] values) {
        return TFloat32.tensorOf(Shape.of(values.length), DataBuffers.of(values, true, false));
    }

    static TInt32 indices(int[] values) {
        return TInt32.tensorOf(Shape.of(values.length), DataBuffers.of(values, true, false));
    }

    /// Sets a variable to `values`, rows of `width`.
    static void assign(Ops tf, Session session, Variable<TFloat32> variable, float[] values, int width) {
        Shape shape = Shape.of(values.length / width, width);
        Placeholder<TFloat32> input = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
        try (TFloat32 tensor = matrix(values, width)) {
            session.runner()
                    .feed(input, tensor)
                    .addTarget(tf.assign(variable, input))
                    .run()
                    .close();
        }
    }

    /// The values of the result's `index`-th tensor, row by row.
    static float[] floats(Result result, int index) {
        Tensor tensor = result.get(index);
        float[] values = new float[Math.toIntExact(tensor.shape().size())];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }
}
