package dev.torii.engine.embed.towers;

import dev.torii.engine.embed.towers.TowerShape.DenseParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/// Both towers with their loss, as a TensorFlow graph in a session of its own.
///
/// The rows of the embedding tables are fed and their gradients fetched, because TensorFlow's gradient of a lookup
/// covers the whole table; the dense parameters live in here and are updated by Adam at each step.
public final class TrainingGraph implements AutoCloseable {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-7f;

    private final TowerShape shape;
    private final Graph graph = new Graph();
    private final Session session;
    private final Map<String, Variable<TFloat32>> parameters = new LinkedHashMap<>();
    private final List<Op> updates = new ArrayList<>();

    private final Placeholder<TFloat32> userHistory;
    private final Placeholder<TFloat32> userContent;
    private final Placeholder<TFloat32> userNumeric;
    private final Placeholder<TFloat32> itemId;
    private final Placeholder<TFloat32> itemContent;
    private final Placeholder<TFloat32> itemNumeric;
    private final Placeholder<TInt32> pairRows;
    private final Placeholder<TInt32> targets;
    private final Placeholder<TFloat32> logSampling;
    private final Placeholder<TFloat32> masked;
    private final Placeholder<TFloat32> learningRate;
    private final Placeholder<TFloat32> beta1Power;
    private final Placeholder<TFloat32> beta2Power;
    private final Operand<TFloat32> users;
    private final Operand<TFloat32> items;
    private final Operand<TFloat32> loss;
    private final List<Output<?>> inputGradients;
    private double beta1ToStep = 1;
    private double beta2ToStep = 1;

    /// @param initial the dense parameters' first values, by name
    /// @param temperature by which cosines are divided before the softmax
    public TrainingGraph(TowerShape shape, Map<String, float[]> initial, double temperature) {
        this.shape = shape;
        Ops tf = Ops.create(graph);
        userHistory = matrix(tf, shape.dimension());
        userContent = matrix(tf, shape.contentWidth());
        userNumeric = matrix(tf, shape.userNumericWidth());
        itemId = matrix(tf, shape.dimension());
        itemContent = matrix(tf, shape.contentWidth());
        itemNumeric = matrix(tf, shape.numericWidth());
        pairRows = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
        targets = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
        logSampling = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
        masked = matrix(tf, Shape.UNKNOWN_SIZE);
        learningRate = scalar(tf);
        beta1Power = scalar(tf);
        beta2Power = scalar(tf);
        for (DenseParameter parameter : shape.denseParameters()) {
            parameters.put(parameter.name(), tf.variable(shapeOf(parameter), TFloat32.class));
        }
        TowerLayers layers = new TowerLayers(tf, parameters);
        users = layers.user(userHistory, userContent, userNumeric);
        items = layers.item(itemId, itemContent, itemNumeric);
        loss = SampledSoftmaxLoss.of(tf, users, items, pairRows, targets, logSampling, masked, temperature);
        List<Operand<TFloat32>> inputs = List.of(userHistory, userContent, itemId, itemContent);
        List<Operand<TFloat32>> differentiated = new ArrayList<>(inputs);
        differentiated.addAll(parameters.values());
        Gradients gradients = tf.gradients(loss, differentiated);
        inputGradients = gradients.dy().subList(0, inputs.size());
        int at = inputs.size();
        session = new Session(graph);
        // A gradient reads parameters: none of them may change before the last gradient is computed.
        Ops afterGradients = tf.withControlDependencies(operations(gradients.dy()));
        for (DenseParameter parameter : shape.denseParameters()) {
            addAdam(tf, afterGradients, parameter, gradients.dy(at++));
            float[] first = Objects.requireNonNull(initial.get(parameter.name()), parameter.name());
            Tensors.assign(tf, session, variable(parameter.name()), first, parameter.columns());
        }
    }

    private static Placeholder<TFloat32> matrix(Ops tf, long width) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, width)));
    }

    private static Placeholder<TFloat32> scalar(Ops tf) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    }

    private static Shape shapeOf(DenseParameter parameter) {
        return Shape.of(parameter.rows(), parameter.columns());
    }

    private static List<Op> operations(List<Output<?>> outputs) {
        List<Op> operations = new ArrayList<>(outputs.size());
        outputs.forEach(output -> operations.add(output));
        return operations;
    }

    private void addAdam(Ops tf, Ops afterGradients, DenseParameter parameter, Output<TFloat32> gradient) {
        Variable<TFloat32> mean = tf.variable(shapeOf(parameter), TFloat32.class);
        Variable<TFloat32> variance = tf.variable(shapeOf(parameter), TFloat32.class);
        Operand<TFloat32> zeros = tf.zeros(tf.constant(shapeOf(parameter)), TFloat32.class);
        session.run(tf.assign(mean, zeros));
        session.run(tf.assign(variance, zeros));
        updates.add(afterGradients.train.applyAdam(
                variable(parameter.name()),
                mean,
                variance,
                beta1Power,
                beta2Power,
                learningRate,
                tf.constant(BETA_1),
                tf.constant(BETA_2),
                tf.constant(EPSILON),
                gradient));
    }

    private Variable<TFloat32> variable(String name) {
        Variable<TFloat32> found = parameters.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return found;
    }

    /// Computes the loss and the gradients, and updates the dense parameters.
    ///
    /// @throws OutOfMemoryError when there is too little memory, here or in TensorFlow; nothing is changed then
    public BatchGradients step(TrainingBatch batch, double rate) {
        double beta1 = beta1ToStep * BETA_1;
        double beta2 = beta2ToStep * BETA_2;
        try (Feeds feeds = new Feeds(session.runner())) {
            feeds.feed(userHistory, Tensors.matrix(batch.userHistory(), shape.dimension()))
                    .feed(userContent, Tensors.matrix(batch.userContent(), shape.contentWidth()))
                    .feed(userNumeric, Tensors.matrix(batch.userNumeric(), shape.userNumericWidth()))
                    .feed(itemId, Tensors.matrix(batch.itemId(), shape.dimension()))
                    .feed(itemContent, Tensors.matrix(batch.itemContent(), shape.contentWidth()))
                    .feed(itemNumeric, Tensors.matrix(batch.itemNumeric(), shape.numericWidth()))
                    .feed(pairRows, Tensors.indices(batch.pairRows()))
                    .feed(targets, Tensors.indices(batch.targets()))
                    .feed(logSampling, Tensors.vector(batch.logSampling()))
                    .feed(masked, Tensors.matrix(batch.masked(), batch.logSampling().length))
                    .feed(learningRate, TFloat32.scalarOf((float) rate))
                    .feed(beta1Power, TFloat32.scalarOf((float) beta1))
                    .feed(beta2Power, TFloat32.scalarOf((float) beta2));
            Session.Runner runner = feeds.runner().fetch(loss);
            inputGradients.forEach(runner::fetch);
            updates.forEach(runner::addTarget);
            try (Result result = runner.run()) {
                beta1ToStep = beta1;
                beta2ToStep = beta2;
                return new BatchGradients(
                        Tensors.floats(result, 0)[0],
                        Tensors.floats(result, 1),
                        Tensors.floats(result, 2),
                        Tensors.floats(result, 3),
                        Tensors.floats(result, 4));
            }
        } catch (TFResourceExhaustedException e) {
            OutOfMemoryError error = new OutOfMemoryError("TensorFlow: " + e.getMessage());
            error.initCause(e);
            throw error;
        }
    }

    /// Vectors of users, row-major.
    ///
    /// @param history [n, dimension]
    /// @param content [n, contentWidth]
    /// @param numeric [n, userNumericWidth]
    public float[] users(float[] history, float[] content, float[] numeric) {
        try (Feeds feeds = new Feeds(session.runner())) {
            feeds.feed(userHistory, Tensors.matrix(history, shape.dimension()))
                    .feed(userContent, Tensors.matrix(content, shape.contentWidth()))
                    .feed(userNumeric, Tensors.matrix(numeric, shape.userNumericWidth()));
            try (Result result = feeds.runner().fetch(users).run()) {
                return Tensors.floats(result, 0);
            }
        }
    }

    /// Vectors of items, row-major.
    ///
    /// @param id [n, dimension]
    /// @param content [n, contentWidth]
    /// @param numeric [n, numericWidth]
    public float[] items(float[] id, float[] content, float[] numeric) {
        try (Feeds feeds = new Feeds(session.runner())) {
            feeds.feed(itemId, Tensors.matrix(id, shape.dimension()))
                    .feed(itemContent, Tensors.matrix(content, shape.contentWidth()))
                    .feed(itemNumeric, Tensors.matrix(numeric, shape.numericWidth()));
            try (Result result = feeds.runner().fetch(items).run()) {
                return Tensors.floats(result, 0);
            }
        }
    }

    /// The dense parameters as they are now, by name, row-major.
    public Map<String, float[]> denseParameters() {
        Map<String, float[]> values = new LinkedHashMap<>();
        parameters.forEach((name, variable) -> {
            try (Result result = session.runner().fetch(variable).run()) {
                values.put(name, Tensors.floats(result, 0));
            }
        });
        return values;
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }

    /// Feeds of one run; closing it frees their tensors.
    private static final class Feeds implements AutoCloseable {
        private final Session.Runner runner;
        private final List<Tensor> tensors = new ArrayList<>();

        Feeds(Session.Runner runner) {
            this.runner = runner;
        }

        Feeds feed(Operand<?> input, Tensor tensor) {
            tensors.add(tensor);
            runner.feed(input, tensor);
            return this;
        }

        Session.Runner runner() {
            return runner;
        }

        @Override
        public void close() {
            tensors.forEach(Tensor::close);
        }
    }
}
