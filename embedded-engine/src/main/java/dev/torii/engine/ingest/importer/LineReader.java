package dev.torii.engine.ingest.importer;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Lines of a text file, decoded strictly one by one, so that a wrong byte is reported with the line where it
/// stands.
///
/// A byte order mark at the start of a UTF-8 file is left out. Lines end with LF or CR LF.
final class LineReader implements AutoCloseable {
    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private final Charset charset;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private byte[] line = new byte[256];
    private int position;
    private int filled;
    private long number;
    private long bytesRead;

    LineReader(Path file, Charset charset) {
        this.file = file;
        this.charset = charset;
        try {
            this.in = Files.newInputStream(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// The next line without its end; null after the last one.
    @Nullable
    String next() {
        int length = 0;
        boolean ended = false;
        while (!ended) {
            if (position == filled && !fill()) {
                break;
            }
            int start = position;
            while (position < filled && buffer[position] != '\n') {
                position++;
            }
            length = append(start, position, length);
            if (position < filled) {
                position++;
                ended = true;
            }
        }
        if (!ended && length == 0) {
            return null;
        }
        number++;
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return decode(length);
    }

    /// Number of the line that [#next] gave last, from 1.
    long number() {
        return number;
    }

    /// Bytes of the file read so far, for progress.
    long bytesRead() {
        return bytesRead;
    }

    Path file() {
        return file;
    }

    private boolean fill() {
        try {
            position = 0;
            filled = Math.max(0, in.read(buffer));
            bytesRead += filled;
            return filled > 0;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private int append(int from, int to, int length) {
        int sum = length + to - from;
        if (sum > LONGEST_LINE) {
            throw BrokenLine.of(file, number + 1, "", "the line is longer than " + LONGEST_LINE + " bytes");
        }
        if (sum > line.length) {
            line = Arrays.copyOf(line, Math.max(sum, 2 * line.length));
        }
        System.arraycopy(buffer, from, line, length, to - from);
        return sum;
    }

    private String decode(int length) {
        String text;
        try {
            text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            String raw = new String(line, 0, length, StandardCharsets.ISO_8859_1);
            throw BrokenLine.of(file, number, raw, "the bytes are not " + charset.name() + " text");
        }
        if (number == 1 && text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.indexOf('\0') >= 0) {
            throw BrokenLine.of(file, number, text, "the line holds zero bytes");
        }
        return text;
    }

    private ToriiException unreadable(IOException cause) {
        return new ToriiException(
                ErrorCode.BROKEN_INPUT,
                file + " cannot be read: " + cause.getClass().getSimpleName() + " (" + cause.getMessage() + ")",
                "Maybe the path is wrong, or the file belongs to another user.",
                cause);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
