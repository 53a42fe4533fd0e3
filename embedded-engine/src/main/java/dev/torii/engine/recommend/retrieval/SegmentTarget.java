package dev.torii.engine.recommend.retrieval;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Where a segment is built: memory outside the heap, or a mapped file. The memory is given back when nothing
/// refers to it any more, so a search that still reads a replaced segment is never cut off.
@FunctionalInterface
interface SegmentTarget {
    SegmentTarget MEMORY = bytes -> Arena.ofAuto().allocate(bytes, 64);

    MemorySegment allocate(long bytes) throws IOException;
}
