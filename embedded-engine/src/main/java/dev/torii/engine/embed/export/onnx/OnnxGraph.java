package dev.torii.engine.embed.export.onnx;

import dev.torii.engine.embed.export.tower.FloatSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// ONNX's `GraphProto` under construction. The numbers are those of the fields in `onnx.proto`.
final class OnnxGraph {
    static final int FLOAT = 1;
    static final int INT32 = 6;
    static final int EXTERNAL_DATA = 13;
    static final int DATA_LOCATION = 14;
    static final int EXTERNAL = 1;

    private static final int INT64 = 7;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_INTS = 7;

    private final OnnxMessage graph = new OnnxMessage();
    private final Set<String> tensors = new HashSet<>();
    private final @Nullable ExternalData external;

    /// @param external takes the values of all float tensors; null: they stay in the message
    OnnxGraph(String name, @Nullable ExternalData external) {
        this.external = external;
        graph.text(2, name);
    }

    OnnxMessage message() {
        return graph;
    }

    void node(String operation, List<String> inputs, String output, OnnxMessage... attributes) {
        OnnxMessage node = new OnnxMessage();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, output).text(4, operation);
        for (OnnxMessage attribute : attributes) {
            node.message(5, attribute);
        }
        graph.message(1, node);
    }

    static OnnxMessage attribute(String name, long value) {
        return new OnnxMessage().text(1, name).number(3, value).number(20, ATTRIBUTE_INT);
    }

    static OnnxMessage axes(long axis) {
        return new OnnxMessage().text(1, "axes").number(8, axis).number(20, ATTRIBUTE_INTS);
    }

    /// @param shape a number, or the name of an extent that differs from call to call
    String input(String name, int type, List<String> shape) {
        graph.message(11, valueInfo(name, type, shape));
        return name;
    }

    void output(String name, List<String> shape) {
        graph.message(12, valueInfo(name, FLOAT, shape));
    }

    /// A constant; one that is there already is not added again.
    String tensor(String name, FloatSource values, int... shape) {
        if (!tensors.add(name)) {
            return name;
        }
        OnnxMessage tensor = tensor(name, FLOAT, shape);
        if (external == null) {
            tensor.values(9, values);
        } else {
            try {
                external.append(tensor, values);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        graph.message(5, tensor);
        return name;
    }

    /// A constant list of integers.
    String integers(String name, long... values) {
        if (tensors.add(name)) {
            OnnxMessage tensor = tensor(name, INT64, values.length);
            for (long value : values) {
                tensor.number(7, value);
            }
            graph.message(5, tensor);
        }
        return name;
    }

    private static OnnxMessage tensor(String name, int type, int... shape) {
        OnnxMessage tensor = new OnnxMessage();
        for (int extent : shape) {
            tensor.number(1, extent);
        }
        return tensor.number(2, type).text(8, name);
    }

    private static OnnxMessage valueInfo(String name, int type, List<String> shape) {
        OnnxMessage extents = new OnnxMessage();
        for (String extent : shape) {
            boolean fixed = Character.isDigit(extent.charAt(0));
            OnnxMessage dimension = new OnnxMessage();
            extents.message(1, fixed ? dimension.number(1, Long.parseLong(extent)) : dimension.text(2, extent));
        }
        OnnxMessage tensor = new OnnxMessage().number(1, type).message(2, extents);
        return new OnnxMessage().text(1, name).message(2, new OnnxMessage().message(1, tensor));
    }
}
