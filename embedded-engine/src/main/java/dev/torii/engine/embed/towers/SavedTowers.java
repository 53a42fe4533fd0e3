package dev.torii.engine.embed.towers;

import dev.torii.engine.embed.towers.TowerShape.DenseParameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.SessionFunction;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/// Writes each tower as a TensorFlow SavedModel with the signature `serving_default`, lookups of the tables
/// included. Both give `vector` [n, dimension]. Indices are int32, all else is float32.
///
/// Inputs of the item tower: `slots` [n], `tokens` [n, k], `token_weights` [n, k], `numeric` [n, m].
///
/// Inputs of the user tower: `slots` [n, h], `slot_weights` [n, h], `tokens` [n, k], `token_weights` [n, k],
/// `numeric` [n, u].
///
/// Rows that are shorter than the widest are filled with index 0 and weight 0.
///
/// Every table and matrix is a variable under its own name, so that [SavedTowerWeights] finds it again.
public final class SavedTowers {
    /// Folder of the item tower in a model's folder.
    public static final String ITEM_TOWER = "item_tower";
    /// Folder of the user tower in a model's folder.
    public static final String USER_TOWER = "user_tower";

    public static final String SLOTS = "slots";
    public static final String SLOT_WEIGHTS = "slot_weights";
    public static final String TOKENS = "tokens";
    public static final String TOKEN_WEIGHTS = "token_weights";
    public static final String NUMERIC = "numeric";
    public static final String VECTOR = "vector";

    /// The id table of the item tower.
    public static final String ITEM_IDS = "item_ids";
    /// The id table of the user tower.
    public static final String HISTORY_IDS = "history_ids";
    /// The content table, in both towers.
    public static final String CONTENT = "content";

    private SavedTowers() {}

    /// Writes both towers under `folder`, which must exist.
    public static void write(TowerWeights weights, Path folder) throws IOException {
        writeTower(weights, true, folder.resolve(ITEM_TOWER));
        writeTower(weights, false, folder.resolve(USER_TOWER));
    }

    private static void writeTower(TowerWeights weights, boolean item, Path folder) throws IOException {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            TowerGraph tower = new TowerGraph(graph, session, weights);
            Signature signature = item ? tower.item() : tower.user();
            SavedModelBundle.exporter(folder.toString())
                    .withFunction(SessionFunction.create(signature, session))
                    .export();
        }
    }

    /// One tower under construction.
    private static final class TowerGraph {
        private final Ops tf;
        private final Session session;
        private final TowerWeights weights;
        private final Signature.Builder signature = Signature.builder();

        TowerGraph(Graph graph, Session session, TowerWeights weights) {
            this.tf = Ops.create(graph);
            this.session = session;
            this.weights = weights;
        }

        Signature item() {
            TowerShape shape = weights.shape();
            Variable<TFloat32> ids = variable(ITEM_IDS, weights.itemIds(), shape.idRows(), shape.dimension());
            Operand<TInt32> slots = input(SLOTS, TInt32.class, Shape.of(Shape.UNKNOWN_SIZE));
            Operand<TFloat32> content = contentPool();
            return finish(
                    layers("item").item(tf.gather(ids, slots, tf.constant(0)), content, numeric(shape.numericWidth())));
        }

        Signature user() {
            TowerShape shape = weights.shape();
            Variable<TFloat32> ids = variable(HISTORY_IDS, weights.historyIds(), shape.idRows(), shape.dimension());
            Operand<TFloat32> history = pool(ids, SLOTS, SLOT_WEIGHTS);
            return finish(layers("user").user(history, contentPool(), numeric(shape.userNumericWidth())));
        }

        private Operand<TFloat32> numeric(int width) {
            return input(NUMERIC, TFloat32.class, Shape.of(Shape.UNKNOWN_SIZE, width));
        }

        private Signature finish(Operand<TFloat32> vectors) {
            return signature
                    .key(Signature.DEFAULT_KEY)
                    .output(VECTOR, vectors)
                    .methodName("tensorflow/serving/predict")
                    .build();
        }

        private Operand<TFloat32> contentPool() {
            TowerShape shape = weights.shape();
            Variable<TFloat32> table =
                    variable(CONTENT, weights.content(), shape.contentBuckets(), shape.contentWidth());
            return pool(table, TOKENS, TOKEN_WEIGHTS);
        }

        /// `[n, k]` indices and weights to `[n, width]`: the weighted sums of the table's rows.
        private Operand<TFloat32> pool(Variable<TFloat32> table, String indexName, String weightName) {
            Shape ragged = Shape.of(Shape.UNKNOWN_SIZE, Shape.UNKNOWN_SIZE);
            Operand<TInt32> indices = input(indexName, TInt32.class, ragged);
            Operand<TFloat32> factors = input(weightName, TFloat32.class, ragged);
            Operand<TFloat32> rows = tf.gather(table, indices, tf.constant(0));
            Operand<TFloat32> sums = tf.train.batchMatMul(tf.expandDims(factors, tf.constant(1)), rows, TFloat32.class);
            return tf.squeeze(sums, Squeeze.axis(List.of(1L)));
        }

        private <T extends TType> Operand<T> input(String name, Class<T> type, Shape shape) {
            Placeholder<T> placeholder = tf.withName(name).placeholder(type, Placeholder.shape(shape));
            signature.input(name, placeholder);
            return placeholder;
        }

        private TowerLayers layers(String tower) {
            Map<String, Variable<TFloat32>> parameters = new HashMap<>();
            for (DenseParameter parameter : weights.shape().denseParameters()) {
                if (parameter.name().startsWith(tower)) {
                    float[] values = Objects.requireNonNull(weights.dense().get(parameter.name()), parameter.name());
                    parameters.put(
                            parameter.name(),
                            variable(parameter.name(), values, parameter.rows(), parameter.columns()));
                }
            }
            return new TowerLayers(tf, parameters);
        }

        private Variable<TFloat32> variable(String name, float[] values, int rows, int columns) {
            Variable<TFloat32> variable = tf.withName(name).variable(Shape.of(rows, columns), TFloat32.class);
            Tensors.assign(tf, session, variable, values, columns);
            return variable;
        }
    }
}
