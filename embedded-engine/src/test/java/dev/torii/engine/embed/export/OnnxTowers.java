package dev.torii.engine.embed.export;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Runs exported ONNX towers with ONNX Runtime.
final class OnnxTowers {
    private OnnxTowers() {}

    /// Prints how far the vectors of an export (first argument) are from those of the examples (second one).
    public static void main(String[] arguments) throws Exception {
        JsonNode examples = new ObjectMapper().readTree(Path.of(arguments[1]).toFile());
        System.out.println(largestDifference(Path.of(arguments[0]), examples));
    }

    /// How far the vectors of the exported towers are from those of the examples, in any column.
    private static double largestDifference(Path exported, JsonNode examples) throws OrtException {
        double item = largest(
                exported.resolve("item_tower/model.onnx"), examples.path("videos"), Map.of("tokens", "weights"));
        double user = largest(
                exported.resolve("user_tower/model.onnx"),
                examples.path("users"),
                Map.of("slots", "slotWeights", "tokens", "tokenWeights"));
        return Math.max(item, user);
    }

    private static double largest(Path model, JsonNode examples, Map<String, String> bags) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        int rows = examples.size();
        try (OrtSession session = environment.createSession(model.toString())) {
            Map<String, OnnxTensor> inputs = new HashMap<>();
            for (Map.Entry<String, String> bag : bags.entrySet()) {
                int width = widest(examples, bag.getKey());
                int[] indices = new int[rows * width];
                float[] weights = new float[rows * width];
                for (int row = 0; row < rows; row++) {
                    JsonNode features = examples.get(row).path("features");
                    for (int k = 0; k < features.path(bag.getKey()).size(); k++) {
                        indices[row * width + k] =
                                features.path(bag.getKey()).get(k).asInt();
                        weights[row * width + k] =
                                features.path(bag.getValue()).get(k).floatValue();
                    }
                }
                String weightInput = bag.getKey().equals("slots") ? "slot_weights" : "token_weights";
                long[] shape = {rows, width};
                inputs.put(bag.getKey(), OnnxTensor.createTensor(environment, IntBuffer.wrap(indices), shape));
                inputs.put(weightInput, OnnxTensor.createTensor(environment, FloatBuffer.wrap(weights), shape));
            }
            if (!bags.containsKey("slots")) {
                int[] slots = new int[rows];
                for (int row = 0; row < rows; row++) {
                    slots[row] = examples.get(row).path("features").path("slot").asInt();
                }
                inputs.put("slots", OnnxTensor.createTensor(environment, IntBuffer.wrap(slots), new long[] {rows}));
            }
            if (session.getInputNames().contains("numeric")) {
                inputs.put("numeric", numeric(environment, examples));
            }
            try (OrtSession.Result result = session.run(inputs, Set.of("vector"))) {
                return difference((float[][]) result.get(0).getValue(), examples);
            } finally {
                inputs.values().forEach(OnnxTensor::close);
            }
        }
    }

    private static OnnxTensor numeric(OrtEnvironment environment, JsonNode examples) throws OrtException {
        int width = examples.get(0).path("features").path("numeric").size();
        float[] values = new float[examples.size() * width];
        for (int row = 0; row < examples.size(); row++) {
            for (int k = 0; k < width; k++) {
                values[row * width + k] = examples.get(row)
                        .path("features")
                        .path("numeric")
                        .get(k)
                        .floatValue();
            }
        }
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), new long[] {examples.size(), width});
    }

    private static int widest(JsonNode examples, String bag) {
        int widest = 1;
        for (JsonNode example : examples) {
            widest = Math.max(widest, example.path("features").path(bag).size());
        }
        return widest;
    }

    private static double difference(float[][] vectors, JsonNode examples) {
        double largest = 0;
        for (int row = 0; row < vectors.length; row++) {
            for (int i = 0; i < vectors[row].length; i++) {
                double expected = examples.get(row).path("vector").get(i).asDouble();
                largest = Math.max(largest, Math.abs(vectors[row][i] - expected));
            }
        }
        return largest;
    }
}
