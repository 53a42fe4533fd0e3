package dev.torii.engine.embed.export.tower;

import dev.torii.engine.embed.towers.SavedTowerWeights;
import java.io.IOException;
import java.util.Set;
import java.util.function.LongConsumer;

/// The variables of a tower, and who is told how much of them was read.
public final class TowerVariables {
    private final SavedTowerWeights weights;
    private final LongConsumer read;

    /// @param read told the bytes of each piece that was read; may throw to stop
    public TowerVariables(SavedTowerWeights weights, LongConsumer read) {
        this.weights = weights;
        this.read = read;
    }

    public Set<String> names() {
        return weights.names();
    }

    public boolean hasInput(String name) {
        return weights.hasInput(name);
    }

    public int rows(String name) {
        return weights.rows(name);
    }

    public int columns(String name) {
        return weights.columns(name);
    }

    /// Bytes of all values.
    public long bytes() {
        long bytes = 0;
        for (String name : names()) {
            bytes += (long) rows(name) * columns(name) * Float.BYTES;
        }
        return bytes;
    }

    /// The values of a variable, about 4 MB at a time.
    public FloatSource values(String name) {
        int rows = rows(name);
        int columns = columns(name);
        int step = Math.max(1, (1 << 20) / columns);
        return new FloatSource() {
            @Override
            public long size() {
                return (long) rows * columns;
            }

            @Override
            public void writeTo(Sink sink) throws IOException {
                for (int from = 0; from < rows; from += step) {
                    byte[] bytes = FloatSource.littleEndian(weights.read(name, from, Math.min(step, rows - from)));
                    sink.write(bytes);
                    read.accept(bytes.length);
                }
            }
        };
    }
}
