package dev.torii.engine.recommend.retrieval;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// The first page of a segment: what it is, how large, of which model and how far it follows the database, with
/// checksums (CRC-32C) of the page itself and of everything behind it.
///
/// @param watermark the last change of the database that the segment holds
record SegmentHeader(SegmentLayout layout, String modelVersion, long watermark, int bodyChecksum) {
    private static final long MAGIC = 0x31_58_45_44_4E_49_52_54L;
    private static final int FORMAT = 1;
    private static final int MAX_NAME_BYTES = 512;
    private static final long CHECKSUM_AT = SegmentLayout.HEADER_BYTES - 4;

    void write(MemorySegment data) {
        byte[] name = modelVersion.getBytes(StandardCharsets.UTF_8);
        if (name.length > MAX_NAME_BYTES) {
            throw new IllegalArgumentException("the name of the model version is too long: " + modelVersion);
        }
        data.asSlice(0, SegmentLayout.HEADER_BYTES).fill((byte) 0);
        data.set(ValueLayout.JAVA_LONG, 0, MAGIC);
        data.set(ValueLayout.JAVA_INT, 8, FORMAT);
        data.set(ValueLayout.JAVA_INT, 12, layout.rowCount());
        data.set(ValueLayout.JAVA_INT, 16, layout.dimension());
        data.set(ValueLayout.JAVA_INT, 20, bodyChecksum);
        data.set(ValueLayout.JAVA_LONG, 24, layout.termBytes());
        data.set(ValueLayout.JAVA_LONG, 32, watermark);
        data.set(ValueLayout.JAVA_INT, 40, name.length);
        MemorySegment.copy(name, 0, data, ValueLayout.JAVA_BYTE, 44, name.length);
        data.set(ValueLayout.JAVA_INT, CHECKSUM_AT, checksum(data, 0, CHECKSUM_AT));
    }

    /// Reads the page and compares it with its checksum and with the size of the file.
    static SegmentHeader read(MemorySegment data) throws DamagedSegmentException {
        if (data.byteSize() < SegmentLayout.HEADER_BYTES || data.get(ValueLayout.JAVA_LONG, 0) != MAGIC) {
            throw new DamagedSegmentException("it is not a vector segment");
        }
        if (data.get(ValueLayout.JAVA_INT, 8) != FORMAT) {
            throw new DamagedSegmentException("its format is " + data.get(ValueLayout.JAVA_INT, 8) + ", not " + FORMAT);
        }
        if (data.get(ValueLayout.JAVA_INT, CHECKSUM_AT) != checksum(data, 0, CHECKSUM_AT)) {
            throw new DamagedSegmentException("the checksum of its header does not fit");
        }
        SegmentLayout layout = SegmentLayout.of(
                data.get(ValueLayout.JAVA_INT, 12),
                data.get(ValueLayout.JAVA_INT, 16),
                data.get(ValueLayout.JAVA_LONG, 24));
        if (layout.totalBytes() != data.byteSize()) {
            throw new DamagedSegmentException("it has " + data.byteSize() + " bytes, not " + layout.totalBytes());
        }
        byte[] name = data.asSlice(44, data.get(ValueLayout.JAVA_INT, 40)).toArray(ValueLayout.JAVA_BYTE);
        return new SegmentHeader(
                layout,
                new String(name, StandardCharsets.UTF_8),
                data.get(ValueLayout.JAVA_LONG, 32),
                data.get(ValueLayout.JAVA_INT, 20));
    }

    /// Reads the whole segment; about a second for 4 GB that are in memory.
    void verifyBody(MemorySegment data) throws DamagedSegmentException {
        if (bodyChecksum(data) != bodyChecksum) {
            throw new DamagedSegmentException("the checksum of its contents does not fit");
        }
    }

    static int bodyChecksum(MemorySegment data) {
        return checksum(data, SegmentLayout.HEADER_BYTES, data.byteSize());
    }

    private static int checksum(MemorySegment data, long from, long to) {
        CRC32C sum = new CRC32C();
        long slice = 1L << 30;
        for (long at = from; at < to; at += slice) {
            sum.update(data.asSlice(at, Math.min(slice, to - at)).asByteBuffer());
        }
        return (int) sum.getValue();
    }
}
