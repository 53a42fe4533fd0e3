package dev.torii.engine.embed.towers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/// Reads the variables of a tower that [SavedTowers] wrote, a few rows at a time: an id table may be larger than
/// the heap. TensorFlow must have been loaded before. For one thread.
public final class SavedTowerWeights implements AutoCloseable {
    private static final String VARIABLE = "VariableV2";
    private static final String PLACEHOLDER = "Placeholder";

    private final SavedModelBundle bundle;
    private final Ops tf;
    private final Placeholder<TInt32> begin;
    private final Placeholder<TInt32> size;
    private final Map<String, Operand<TFloat32>> slices = new HashMap<>();

    private SavedTowerWeights(SavedModelBundle bundle) {
        this.bundle = bundle;
        this.tf = Ops.create(bundle.graph()).withSubScope("export");
        this.begin = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(2)));
        this.size = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(2)));
    }

    /// @param folder of one tower
    /// @throws IOException when TensorFlow cannot read it
    public static SavedTowerWeights open(Path folder) throws IOException {
        try {
            return new SavedTowerWeights(SavedModelBundle.load(folder.toString(), SavedModelBundle.DEFAULT_TAG));
        } catch (TensorFlowException e) {
            throw new IOException(folder + " is no readable SavedModel: " + e.getMessage(), e);
        }
    }

    /// The names of all variables.
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Iterator<GraphOperation> all = bundle.graph().operations(); all.hasNext(); ) {
            GraphOperation operation = all.next();
            if (operation.type().equals(VARIABLE)) {
                names.add(operation.name());
            }
        }
        return names;
    }

    /// Whether the tower takes an input of this name.
    public boolean hasInput(String name) {
        GraphOperation operation = bundle.graph().operation(name);
        return operation != null && operation.type().equals(PLACEHOLDER);
    }

    /// @throws IllegalArgumentException when there is no such variable
    public int rows(String name) {
        return Math.toIntExact(shape(name).get(0));
    }

    /// @throws IllegalArgumentException when there is no such variable
    public int columns(String name) {
        return Math.toIntExact(shape(name).get(1));
    }

    /// `count` rows of a variable from row `from`, row-major.
    ///
    /// @throws IllegalArgumentException when there is no such variable
    public float[] read(String name, int from, int count) {
        Operand<TFloat32> slice =
                slices.computeIfAbsent(name, wanted -> tf.slice(variable(wanted).<TFloat32>output(0), begin, size));
        try (TInt32 first = Tensors.indices(new int[] {from, 0});
                TInt32 extent = Tensors.indices(new int[] {count, columns(name)});
                Result result = bundle.session()
                        .runner()
                        .feed(begin, first)
                        .feed(size, extent)
                        .fetch(slice)
                        .run()) {
            return Tensors.floats(result, 0);
        }
    }

    private Shape shape(String name) {
        return variable(name).output(0).shape();
    }

    private GraphOperation variable(String name) {
        GraphOperation operation = bundle.graph().operation(name);
        if (operation == null || !operation.type().equals(VARIABLE)) {
            throw new IllegalArgumentException("the tower has no variable " + name + ", only " + names());
        }
        return operation;
    }

    @Override
    public void close() {
        bundle.close();
    }
}
