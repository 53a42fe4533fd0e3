package dev.torii.engine.recommend.retrieval;

import java.lang.foreign.MemorySegment;

/// Where each column of a segment stands, in bytes. All numbers are little-endian; columns begin at multiples of
/// 64.
///
/// @param stride elements of a row: the dimension rounded up to whole vectors of the kernels
record SegmentLayout(int rowCount, int dimension, int stride, long termBytes) {
    /// Room for [SegmentHeader].
    static final long HEADER_BYTES = 4096;

    static SegmentLayout of(int rowCount, int dimension, long termBytes) {
        int stride = (dimension + DotProducts.LANES - 1) / DotProducts.LANES * DotProducts.LANES;
        return new SegmentLayout(rowCount, dimension, stride, termBytes);
    }

    long idsAt() {
        return HEADER_BYTES;
    }

    long ratingsAt() {
        return align(idsAt() + 16L * rowCount);
    }

    long pricesAt() {
        return align(ratingsAt() + 8L * rowCount);
    }

    long releasedAt() {
        return align(pricesAt() + 8L * rowCount);
    }

    /// The scale of each row's bytes; NaN marks a row without a vector.
    long scalesAt() {
        return align(releasedAt() + 8L * rowCount);
    }

    long bytesAt() {
        return align(scalesAt() + 4L * rowCount);
    }

    long floatsAt() {
        return align(bytesAt() + (long) stride * rowCount);
    }

    long termsAt() {
        return align(floatsAt() + 4L * stride * rowCount);
    }

    long totalBytes() {
        return termsAt() + termBytes;
    }

    static MemorySegment column(MemorySegment data, long at, long bytes) {
        return data.asSlice(at, bytes);
    }

    private static long align(long at) {
        return (at + 63) / 64 * 64;
    }
}
