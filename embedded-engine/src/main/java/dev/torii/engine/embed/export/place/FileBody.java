package dev.torii.engine.embed.export.place;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/// A file as the body of a request, which tells how much of it went out. May be sent again.
final class FileBody extends RequestBody {
    private static final int PIECE = 1 << 16;

    private final Path file;
    private final long size;
    private final MediaType type;
    private final LongConsumer sent;

    /// @param sent told the bytes of this file that went out so far
    FileBody(Path file, MediaType type, LongConsumer sent) throws IOException {
        this.file = file;
        this.size = Files.size(file);
        this.type = type;
        this.sent = sent;
    }

    @Override
    public MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        byte[] piece = new byte[PIECE];
        long total = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                sink.write(piece, 0, read);
                total += read;
                sent.accept(total);
            }
        }
    }
}
