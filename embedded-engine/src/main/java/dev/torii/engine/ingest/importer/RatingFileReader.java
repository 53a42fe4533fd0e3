package dev.torii.engine.ingest.importer;

import dev.torii.engine.jobs.JobContext;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads files of ratings, without any database.
public final class RatingFileReader {
    private static final int CHECK_EVERY = 8192;

    /// A tab-separated file of user, item[, rating[, time]] without a header: the fold files `u1.base`, `u1.test`
    /// of MovieLens, or a user's own. Blank lines are left out.
    ///
    /// @throws ToriiException BROKEN_INPUT naming the line that is wrong; CANCELLED
    public RatingTable tabSeparated(Path file, JobContext context) {
        return read(file, StandardCharsets.UTF_8, new RatingLineParser(file, "\t", false), null, context);
    }

    /// The ratings of a MovieLens data set.
    ///
    /// @throws ToriiException BROKEN_INPUT naming the line that is wrong; CANCELLED
    RatingTable movieLens(MovieLensFormat format, Path folder, JobContext context) {
        Path file = format.ratingsFile(folder);
        RatingLineParser parser = new RatingLineParser(file, format.separator(), true);
        String header = format == MovieLensFormat.ML_LATEST ? "userId,movieId,rating,timestamp" : null;
        return read(file, format.charset(), parser, header, context);
    }

    private static RatingTable read(
            Path file, Charset charset, RatingLineParser parser, @Nullable String header, JobContext context) {
        RatingTableBuilder table = new RatingTableBuilder();
        context.begin("import.read", size(file), "bytes");
        try (LineReader lines = new LineReader(file, charset)) {
            if (header != null) {
                String first = lines.next();
                if (!header.equals(first)) {
                    throw BrokenLine.of(
                            file, 1, first == null ? "" : first, "expected the header line \"" + header + "\"");
                }
            }
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    parser.parse(line, lines.number(), table);
                }
                if (lines.number() % CHECK_EVERY == 0) {
                    context.checkCancelled();
                    context.progress(lines.bytesRead());
                }
            }
            context.progress(lines.bytesRead());
        }
        if (table.size() == 0) {
            throw new ToriiException(
                    ErrorCode.BROKEN_INPUT,
                    file + " holds no ratings.",
                    "Maybe the file was not written to its end, or it is not the file that was meant.");
        }
        return table.build();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new ToriiException(ErrorCode.BROKEN_INPUT, file + " cannot be read.", "Maybe the path is wrong.", e);
        }
    }
}
