package dev.torii.engine.embed.export.tfjs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.torii.engine.embed.export.tower.FloatSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The weights of a layers model: one long string of float32, cut into files of 4 MiB, the size that browsers and
/// edge functions cache.
final class WeightShards {
    static final int SHARD_BYTES = 4 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Weight> weights = new ArrayList<>();

    private record Weight(String name, FloatSource values, int[] shape) {}

    /// @param name layer and weight: `dense/kernel`
    void add(String name, FloatSource values, int... shape) {
        weights.add(new Weight(name, values, shape));
    }

    /// Writes the files.
    ///
    /// @return `weightsManifest` of the model
    ArrayNode write(Path folder) throws IOException {
        long bytes = weights.stream()
                .mapToLong(weight -> weight.values().size() * Float.BYTES)
                .sum();
        int shards = Math.toIntExact((bytes + SHARD_BYTES - 1) / SHARD_BYTES);
        try (ShardFiles files = new ShardFiles(folder, shards)) {
            for (Weight weight : weights) {
                weight.values().writeTo(files::write);
            }
        }
        ArrayNode manifest = JSON.createArrayNode();
        ObjectNode group = manifest.addObject();
        ArrayNode paths = group.putArray("paths");
        for (int shard = 1; shard <= shards; shard++) {
            paths.add(name(shard, shards));
        }
        ArrayNode described = group.putArray("weights");
        for (Weight weight : weights) {
            ObjectNode entry = described.addObject().put("name", weight.name());
            ArrayNode shape = entry.putArray("shape");
            for (int extent : weight.shape()) {
                shape.add(extent);
            }
            entry.put("dtype", "float32");
        }
        return manifest;
    }

    private static String name(int shard, int shards) {
        return "group1-shard" + shard + "of" + shards + ".bin";
    }

    /// One file after the other, each filled before the next begins.
    private static final class ShardFiles implements AutoCloseable {
        private final Path folder;
        private final int shards;
        private int shard;
        private int room;
        private OutputStream out = OutputStream.nullOutputStream();

        ShardFiles(Path folder, int shards) {
            this.folder = folder;
            this.shards = shards;
        }

        void write(byte[] bytes) throws IOException {
            for (int at = 0; at < bytes.length; ) {
                if (room == 0) {
                    out.close();
                    out = Files.newOutputStream(folder.resolve(name(++shard, shards)));
                    room = SHARD_BYTES;
                }
                int part = Math.min(room, bytes.length - at);
                out.write(bytes, at, part);
                at += part;
                room -= part;
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
