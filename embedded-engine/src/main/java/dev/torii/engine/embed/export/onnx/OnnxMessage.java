package dev.torii.engine.embed.export.onnx;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import dev.torii.engine.embed.export.tower.FloatSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A protocol buffer message, field by field. It knows its size before it is written, so values of large tensors
/// pass through and never lie in memory as a whole.
final class OnnxMessage {
    private final List<Field> fields = new ArrayList<>();
    private long size;

    private interface Field {
        void writeTo(CodedOutputStream out) throws IOException;
    }

    OnnxMessage number(int field, long value) {
        return add(CodedOutputStream.computeInt64Size(field, value), out -> out.writeInt64(field, value));
    }

    OnnxMessage text(int field, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return add(CodedOutputStream.computeByteArraySize(field, bytes), out -> out.writeByteArray(field, bytes));
    }

    OnnxMessage message(int field, OnnxMessage value) {
        return add(delimited(field, value.size), out -> {
            begin(out, field, value.size);
            value.writeTo(out);
        });
    }

    /// The raw bytes of a tensor.
    OnnxMessage values(int field, FloatSource values) {
        long bytes = values.size() * Float.BYTES;
        return add(delimited(field, bytes), out -> {
            begin(out, field, bytes);
            values.writeTo(out::writeRawBytes);
        });
    }

    /// Bytes of the whole message.
    long size() {
        return size;
    }

    void writeTo(CodedOutputStream out) throws IOException {
        for (Field field : fields) {
            field.writeTo(out);
        }
    }

    private OnnxMessage add(long bytes, Field field) {
        size += bytes;
        fields.add(field);
        return this;
    }

    private static long delimited(int field, long bytes) {
        return CodedOutputStream.computeTagSize(field) + CodedOutputStream.computeUInt64SizeNoTag(bytes) + bytes;
    }

    private static void begin(CodedOutputStream out, int field, long bytes) throws IOException {
        out.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt64NoTag(bytes);
    }
}
