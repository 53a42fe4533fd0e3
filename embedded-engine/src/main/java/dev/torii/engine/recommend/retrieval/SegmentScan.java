package dev.torii.engine.recommend.retrieval;

import java.util.BitSet;

/// Walks over the matching rows of one segment.
final class SegmentScan {
    private SegmentScan() {}

    static TopRows exact(VectorSegment segment, QuantizedQuery query, BitSet matching, int count) {
        TopRows top = new TopRows(count);
        long[] words = matching.toLongArray();
        for (int word = 0; word < words.length; word++) {
            for (long rest = words[word]; rest != 0; rest &= rest - 1) {
                int row = (word << 6) + Long.numberOfTrailingZeros(rest);
                float score = segment.exact(query, row);
                if (score > top.threshold()) {
                    top.offer(row, score);
                }
            }
        }
        return top;
    }

    static TopRows rounded(VectorSegment segment, QuantizedQuery query, BitSet matching, int count) {
        TopRows top = new TopRows(count);
        long[] words = matching.toLongArray();
        for (int word = 0; word < words.length; word++) {
            for (long rest = words[word]; rest != 0; rest &= rest - 1) {
                int row = (word << 6) + Long.numberOfTrailingZeros(rest);
                float score = segment.rounded(query, row);
                if (score > top.threshold()) {
                    top.offer(row, score);
                }
            }
        }
        return top;
    }
}
