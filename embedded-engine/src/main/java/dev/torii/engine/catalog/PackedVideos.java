package dev.torii.engine.catalog;

import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.Video;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.UUID;

/// A catalogue as bytes: the list of its videos, each made anew whenever it is read. A million videos take about a
/// quarter of a gigabyte this way, in a few thousand objects; as records with their strings and terms they would
/// take several times that, in tens of millions.
///
/// Read it in passes ([#forEach], [#stream]) and keep what was computed; a copy of the list would be the table of
/// objects that this class avoids. For the ids alone there are [#idHigh] and [#idLow].
///
/// Addresses of pictures and pages are not kept, since no model reads them: they are null.
public final class PackedVideos extends AbstractList<Video> implements RandomAccess {
    /// Videos of one block of bytes.
    static final int BLOCK = 256;

    private final long[] high;
    private final long[] low;
    private final byte[][] blocks;
    private final int[] offsets;
    private final List<Term> terms;
    private final List<String> names;

    /// @param offsets of each video in its block
    /// @param names the sources and sites that occur
    PackedVideos(long[] high, long[] low, byte[][] blocks, int[] offsets, List<Term> terms, List<String> names) {
        this.high = high;
        this.low = low;
        this.blocks = blocks;
        this.offsets = offsets;
        this.terms = List.copyOf(terms);
        this.names = List.copyOf(names);
    }

    @Override
    public int size() {
        return high.length;
    }

    @Override
    public Video get(int index) {
        byte[] block = blocks[index / BLOCK];
        return new PackedVideoReader(block, offsets[index], terms, names).read(id(index));
    }

    public UUID id(int index) {
        return new UUID(high[index], low[index]);
    }

    /// The upper halves of all ids; not a copy.
    public long[] idHigh() {
        return high;
    }

    /// The lower halves of all ids; not a copy.
    public long[] idLow() {
        return low;
    }

    /// Where the video of an id stands, when the ids ascend as the database orders them (bytes without sign).
    ///
    /// @return negative when there is none
    public int find(UUID id) {
        int from = 0;
        int to = high.length - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = Long.compareUnsigned(high[middle], id.getMostSignificantBits());
            if (order == 0) {
                order = Long.compareUnsigned(low[middle], id.getLeastSignificantBits());
            }
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -from - 1;
    }

    /// Bytes that the packed videos take, dictionaries aside.
    public long bytes() {
        return Arrays.stream(blocks).mapToLong(block -> block.length).sum() + 20L * size();
    }
}
