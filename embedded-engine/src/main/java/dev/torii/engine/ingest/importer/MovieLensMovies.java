package dev.torii.engine.ingest.importer;

import dev.torii.models.catalog.Video;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads `movies.dat` and `movies.csv`: number, title, genres with bars between them.
final class MovieLensMovies {
    private static final String NO_GENRE = "(no genres listed)";

    private MovieLensMovies() {}

    static List<Video> read(Path folder, MovieLensFormat format) {
        Path file = format.moviesFile(folder);
        return format == MovieLensFormat.ML_LATEST ? csv(file) : dat(file, format);
    }

    private static List<Video> dat(Path file, MovieLensFormat format) {
        List<Video> videos = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (LineReader lines = new LineReader(file, format.charset())) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    List<String> fields = Arrays.asList(line.split("::", -1));
                    videos.add(video(file, lines.number(), line, fields, seen));
                }
            }
        }
        return videos;
    }

    private static List<Video> csv(Path file) {
        List<Video> videos = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (CsvRecords records = new CsvRecords(file)) {
            CsvRecords.Row header = records.next();
            if (header == null || !header.fields().equals(List.of("movieId", "title", "genres"))) {
                throw BrokenLine.of(
                        file, 1, header == null ? "" : header.raw(), "expected the header line movieId,title,genres");
            }
            for (CsvRecords.Row row = records.next(); row != null; row = records.next()) {
                if (row.wrong() != null) {
                    throw BrokenLine.of(file, row.line(), row.raw(), row.wrong());
                }
                videos.add(video(file, row.line(), row.raw(), row.fields(), seen));
            }
        }
        return videos;
    }

    private static Video video(Path file, long number, String line, List<String> fields, Set<String> seen) {
        if (fields.size() != 3) {
            throw BrokenLine.of(
                    file, number, line, "expected 3 fields (number, title, genres), found " + fields.size());
        }
        String film = fields.get(0);
        if (!RatingLineParser.isPositiveNumber(film)) {
            throw BrokenLine.of(
                    file, number, line, "the film's number \"" + film + "\" is not a positive whole number");
        }
        if (!seen.add(film)) {
            throw BrokenLine.of(file, number, line, "film " + film + " is listed twice");
        }
        String title = fields.get(1).strip();
        if (title.isEmpty()) {
            throw BrokenLine.of(file, number, line, "the title is empty");
        }
        List<String> genres = Arrays.stream(fields.get(2).split("\\|", -1))
                .map(String::strip)
                .filter(genre -> !genre.isEmpty() && !genre.equals(NO_GENRE))
                .distinct()
                .toList();
        return FilmRow.of(film, title, genres, null);
    }
}
