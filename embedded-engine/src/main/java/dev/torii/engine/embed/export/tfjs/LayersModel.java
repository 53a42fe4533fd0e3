package dev.torii.engine.embed.export.tfjs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.torii.engine.embed.export.tower.FloatSource;
import dev.torii.engine.embed.export.tower.TowerBlueprint;
import dev.torii.engine.embed.export.tower.TowerOperations;
import dev.torii.engine.embed.export.tower.TowerVariables;
import dev.torii.engine.embed.towers.SavedTowers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tower as a TensorFlow.js layers model of standard layers alone: `tf.loadLayersModel` reads it without any code
/// of ours. `model.json` holds the topology as Keras writes it, binary files beside it hold the weights.
///
/// Inputs bear the names of the SavedModel's; an input of one index for each row is [n, 1] here.
public final class LayersModel implements TowerOperations<Layer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "model.json";
    private static final double SMALLEST_SQUARE = 1e-12;

    private final TowerVariables variables;
    private final ObjectNode config = JSON.createObjectNode();
    private final ArrayNode layers;
    private final ArrayNode inputs;
    private final ArrayNode outputs;
    private final WeightShards weights = new WeightShards();

    private LayersModel(String name, TowerVariables variables) {
        this.variables = variables;
        config.put("name", name);
        this.layers = config.putArray("layers");
        this.inputs = config.putArray("input_layers");
        this.outputs = config.putArray("output_layers");
    }

    /// Writes `model.json` and its shards.
    ///
    /// @param folder must exist
    public static void write(TowerBlueprint tower, TowerVariables variables, Path folder) throws IOException {
        LayersModel model = new LayersModel(tower.folder(), variables);
        tower.draw(variables, model);
        ObjectNode json = JSON.createObjectNode().put("format", "layers-model").put("generatedBy", "Torii");
        json.putNull("convertedBy");
        ObjectNode topology =
                json.putObject("modelTopology").put("keras_version", "2.15.0").put("backend", "tensorflow");
        topology.putObject("model_config").put("class_name", "Functional").set("config", model.config);
        json.set("weightsManifest", model.weights.write(folder));
        Files.writeString(
                folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
    }

    @Override
    public Layer indices(String name) {
        return input(name, "int32", 1, 1);
    }

    @Override
    public Layer bag(String name) {
        return input(name, "int32", null, 0);
    }

    @Override
    public Layer bagWeights(String name) {
        return input(name, "float32", null, 0);
    }

    @Override
    public Layer numbers(String name, int width) {
        return input(name, "float32", width, width);
    }

    private Layer input(String name, String type, @Nullable Integer columns, int width) {
        ObjectNode settings = settings(name).put("dtype", type).put("sparse", false);
        settings.putArray("batch_input_shape").addNull().add(columns);
        inputs.add(end(name));
        return add("InputLayer", settings, width);
    }

    @Override
    public Layer rows(String table, Layer indices) {
        Layer rows = embedding(table, indices);
        return add("Flatten", settings(table + "_row"), rows.width(), rows);
    }

    /// `weights` [n, k] by rows [n, k, width], contracted over k.
    @Override
    public Layer pool(String table, Layer bag, Layer bagWeights) {
        Layer rows = embedding(table, bag);
        ObjectNode settings = settings(table + "_pool").put("normalize", false);
        settings.putArray("axes").add(1).add(1);
        return add("Dot", settings, rows.width(), bagWeights, rows);
    }

    private Layer embedding(String table, Layer indices) {
        int rows = variables.rows(table);
        int width = variables.columns(table);
        weights.add(table + "/embeddings", variables.values(table), rows, width);
        ObjectNode settings = settings(table).put("input_dim", rows).put("output_dim", width);
        return add("Embedding", settings.put("mask_zero", false), width, indices);
    }

    @Override
    public Layer concat(List<Layer> parts) {
        String name = parts.getFirst().name() + "_and_more";
        int width = parts.stream().mapToInt(Layer::width).sum();
        return add("Concatenate", settings(name).put("axis", -1), width, parts.toArray(Layer[]::new));
    }

    @Override
    public Layer dense(Layer input, String kernel, @Nullable String bias, boolean relu) {
        int units = variables.columns(kernel);
        ObjectNode settings = settings(kernel)
                .put("units", units)
                .put("activation", relu ? "relu" : "linear")
                .put("use_bias", bias != null);
        weights.add(kernel + "/kernel", variables.values(kernel), variables.rows(kernel), units);
        if (bias != null) {
            weights.add(kernel + "/bias", variables.values(bias), units);
        }
        return add("Dense", settings, units, input);
    }

    @Override
    public Layer add(Layer first, Layer second) {
        return add("Add", settings("sum"), first.width(), first, second);
    }

    /// There is no standard layer for x / |x|. But x beside -x has mean 0 and variance |x|² / width, so layer
    /// normalisation with the factors 1 / √width and -1 / √width gives x / |x| twice; their mean is one of them.
    @Override
    public Layer unitLength(Layer rows) {
        int width = rows.width();
        Layer negative = negative(rows);
        Layer both = add("Concatenate", settings("both_signs").put("axis", -1), 2 * width, rows, negative);
        ObjectNode settings = settings("length_one")
                .put("epsilon", SMALLEST_SQUARE / width)
                .put("center", false)
                .put("scale", true);
        settings.putArray("axis").add(-1);
        float[] signs = new float[2 * width];
        Arrays.fill(signs, 0, width, (float) (1 / Math.sqrt(width)));
        Arrays.fill(signs, width, 2 * width, (float) (-1 / Math.sqrt(width)));
        weights.add("length_one/gamma", FloatSource.of(signs), 2 * width);
        Layer twice = add("LayerNormalization", settings, 2 * width, both);
        ObjectNode shape = settings("two_copies");
        shape.putArray("target_shape").add(2).add(width);
        Layer copies = add("Reshape", shape, width, twice);
        return add("GlobalAveragePooling1D", settings(SavedTowers.VECTOR), width, copies);
    }

    /// Batch normalisation with mean 0, variance 1 and the factor -1: the one standard layer that changes a sign.
    private Layer negative(Layer rows) {
        int width = rows.width();
        ObjectNode settings = settings("negative")
                .put("momentum", 0.99)
                .put("epsilon", 0.0)
                .put("center", false)
                .put("scale", true);
        settings.putArray("axis").add(1);
        weights.add("negative/gamma", FloatSource.constant(width, -1), width);
        weights.add("negative/moving_mean", FloatSource.constant(width, 0), width);
        weights.add("negative/moving_variance", FloatSource.constant(width, 1), width);
        return add("BatchNormalization", settings, width, rows);
    }

    @Override
    public void output(String name, Layer rows) {
        outputs.add(end(rows.name()));
    }

    private static ObjectNode settings(String name) {
        return JSON.createObjectNode().put("name", name).put("trainable", false).put("dtype", "float32");
    }

    private Layer add(String kind, ObjectNode settings, int width, Layer... from) {
        String name = settings.path("name").asText();
        ObjectNode layer = layers.addObject().put("class_name", kind).put("name", name);
        layer.set("config", settings);
        ArrayNode calls = layer.putArray("inbound_nodes");
        if (from.length > 0) {
            ArrayNode arguments = calls.addArray();
            for (Layer layerBefore : from) {
                arguments.add(end(layerBefore.name()).add(JSON.createObjectNode()));
            }
        }
        return new Layer(name, width);
    }

    /// The first output of a layer's first call.
    private static ArrayNode end(String layer) {
        return JSON.createArrayNode().add(layer).add(0).add(0);
    }
}
