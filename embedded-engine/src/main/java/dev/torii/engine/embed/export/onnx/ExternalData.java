package dev.torii.engine.embed.export.onnx;

import dev.torii.engine.embed.export.tower.FloatSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file with the values of tensors that do not fit into the model itself.
final class ExternalData implements AutoCloseable {
    private final Path file;
    private final OutputStream out;
    private long offset;

    ExternalData(Path file) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    /// Appends `values` and adds to `tensor` where they are.
    void append(OnnxMessage tensor, FloatSource values) throws IOException {
        values.writeTo(out::write);
        long length = values.size() * Float.BYTES;
        entry(tensor, "location", file.getFileName().toString());
        entry(tensor, "offset", Long.toString(offset));
        entry(tensor, "length", Long.toString(length));
        tensor.number(OnnxGraph.DATA_LOCATION, OnnxGraph.EXTERNAL);
        offset += length;
    }

    private static void entry(OnnxMessage tensor, String key, String value) {
        tensor.message(OnnxGraph.EXTERNAL_DATA, new OnnxMessage().text(1, key).text(2, value));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
