package dev.torii.engine.embed.export.onnx;

import com.google.protobuf.CodedOutputStream;
import dev.torii.engine.embed.export.tower.FloatSource;
import dev.torii.engine.embed.export.tower.TowerBlueprint;
import dev.torii.engine.embed.export.tower.TowerOperations;
import dev.torii.engine.embed.export.tower.TowerVariables;
import dev.torii.engine.embed.towers.SavedTowers;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A tower as an ONNX model of opset 17, with the inputs and the output of its SavedModel.
///
/// A protocol buffer cannot be larger than 2 GB. Weights that together are larger stand in `model.onnx.data` beside
/// `model.onnx`, as ONNX's external data.
public final class OnnxModel implements TowerOperations<String> {
    /// The model in the tower's folder.
    public static final String FILE = "model.onnx";

    private static final String DATA = "model.onnx.data";
    private static final long LARGEST_MESSAGE = 2_000_000_000L;
    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;
    private static final float SMALLEST_LENGTH = 1e-6f;

    private final TowerVariables variables;
    private final OnnxGraph graph;
    private int steps;

    private OnnxModel(TowerVariables variables, OnnxGraph graph) {
        this.variables = variables;
        this.graph = graph;
    }

    /// Writes `model.onnx` and, where it is needed, `model.onnx.data`.
    ///
    /// @param folder must exist
    public static void write(TowerBlueprint tower, TowerVariables variables, Path folder) throws IOException {
        write(tower, variables, folder, LARGEST_MESSAGE);
    }

    static void write(TowerBlueprint tower, TowerVariables variables, Path folder, long largestMessage)
            throws IOException {
        if (variables.bytes() <= largestMessage) {
            drawn(tower, variables, null, folder);
            return;
        }
        try (ExternalData data = new ExternalData(folder.resolve(DATA))) {
            drawn(tower, variables, data, folder);
        }
    }

    private static void drawn(TowerBlueprint tower, TowerVariables variables, @Nullable ExternalData data, Path folder)
            throws IOException {
        OnnxGraph graph = new OnnxGraph(tower.folder(), data);
        tower.draw(variables, new OnnxModel(variables, graph));
        OnnxMessage model = new OnnxMessage()
                .number(1, IR_VERSION)
                .text(2, "Torii")
                .message(7, graph.message())
                .message(8, new OnnxMessage().text(1, "").number(2, OPSET));
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE)), 1 << 16)) {
            CodedOutputStream out = CodedOutputStream.newInstance(file);
            model.writeTo(out);
            out.flush();
        }
    }

    @Override
    public String indices(String name) {
        return graph.input(name, OnnxGraph.INT32, List.of("n"));
    }

    @Override
    public String bag(String name) {
        return graph.input(name, OnnxGraph.INT32, List.of("n", name + "_width"));
    }

    @Override
    public String bagWeights(String name) {
        String bag = name.equals(SavedTowers.SLOT_WEIGHTS) ? SavedTowers.SLOTS : SavedTowers.TOKENS;
        return graph.input(name, OnnxGraph.FLOAT, List.of("n", bag + "_width"));
    }

    @Override
    public String numbers(String name, int width) {
        return graph.input(name, OnnxGraph.FLOAT, List.of("n", Integer.toString(width)));
    }

    @Override
    public String rows(String table, String indices) {
        return step("Gather", variable(table), indices);
    }

    @Override
    public String pool(String table, String bag, String weights) {
        String rows = step("Gather", variable(table), bag);
        String factors = step("Unsqueeze", weights, graph.integers("axis_1", 1));
        return step("Squeeze", step("MatMul", factors, rows), "axis_1");
    }

    @Override
    public String concat(List<String> parts) {
        return node("Concat", parts, OnnxGraph.attribute("axis", 1));
    }

    @Override
    public String dense(String input, String kernel, @Nullable String bias, boolean relu) {
        String product = bias == null
                ? step("MatMul", input, variable(kernel))
                : step("Gemm", input, variable(kernel), variable(bias));
        return relu ? step("Relu", product) : product;
    }

    @Override
    public String add(String first, String second) {
        return step("Add", first, second);
    }

    @Override
    public String unitLength(String rows) {
        String lengths = node("ReduceL2", List.of(rows), OnnxGraph.axes(1), OnnxGraph.attribute("keepdims", 1));
        String smallest = graph.tensor("smallest_length", FloatSource.constant(1, SMALLEST_LENGTH), 1);
        return step("Div", rows, step("Max", lengths, smallest));
    }

    @Override
    public void output(String name, String rows) {
        graph.node("Identity", List.of(rows), name);
        graph.output(name, List.of("n", Integer.toString(variables.columns(dimensionOf()))));
    }

    private String dimensionOf() {
        return variables.names().stream()
                .filter(name -> name.endsWith("_output"))
                .findFirst()
                .orElseThrow();
    }

    private String variable(String name) {
        return graph.tensor(name, variables.values(name), variables.rows(name), variables.columns(name));
    }

    private String step(String operation, String... inputs) {
        return node(operation, List.of(inputs));
    }

    private String node(String operation, List<String> inputs, OnnxMessage... attributes) {
        String output = operation.toLowerCase(Locale.ROOT) + "_" + ++steps;
        graph.node(operation, inputs, output, attributes);
        return output;
    }
}
