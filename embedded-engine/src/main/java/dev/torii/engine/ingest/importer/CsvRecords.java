package dev.torii.engine.ingest.importer;

import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Records of a CSV file (RFC 4180, UTF-8 with or without byte order mark) together with their own text and line,
/// which a parser that reads ahead no longer knows. A quoted field may hold line breaks.
final class CsvRecords implements AutoCloseable {
    private static final int LONGEST_RECORD = 1 << 20;

    /// @param line where the record starts, from 1
    /// @param raw its text as it stands in the file
    /// @param fields empty when the text is not a CSV record
    /// @param wrong why it is not; null when it is one
    record Row(
            long line,
            String raw,
            List<String> fields,
            @Nullable String wrong) {}

    private final LineReader lines;

    CsvRecords(Path file) {
        this.lines = new LineReader(file, StandardCharsets.UTF_8);
    }

    /// The next record; null after the last one. Blank lines are left out.
    @Nullable
    Row next() {
        String text = lines.next();
        while (text != null && text.isBlank()) {
            text = lines.next();
        }
        if (text == null) {
            return null;
        }
        long line = lines.number();
        if (text.indexOf('"') < 0) {
            return new Row(line, text, Arrays.asList(text.split(",", -1)), null);
        }
        StringBuilder record = new StringBuilder(text);
        QuoteState state = new QuoteState();
        state.read(text);
        while (state.isOpen()) {
            String more = lines.next();
            if (more == null) {
                return new Row(line, record.toString(), List.of(), "a quoted field is not closed before the file ends");
            }
            if (record.length() + more.length() > LONGEST_RECORD) {
                throw broken(line, text, "a quoted field is not closed within " + LONGEST_RECORD + " characters");
            }
            record.append('\n').append(more);
            state.read("\n" + more);
        }
        return parsed(line, record.toString());
    }

    long bytesRead() {
        return lines.bytesRead();
    }

    ToriiException broken(long line, String raw, String wrong) {
        return BrokenLine.of(lines.file(), line, raw, wrong);
    }

    private static Row parsed(long line, String text) {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() != 1) {
                return new Row(line, text, List.of(), "quotes stand where they may not");
            }
            return new Row(line, text, new ArrayList<>(records.getFirst().toList()), null);
        } catch (IOException | UncheckedIOException e) {
            return new Row(line, text, List.of(), "quotes stand where they may not");
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
