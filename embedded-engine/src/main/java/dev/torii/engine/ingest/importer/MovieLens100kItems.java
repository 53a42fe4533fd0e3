package dev.torii.engine.ingest.importer;

import dev.torii.models.catalog.Video;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `u.genre` and `u.item`: number, title, release date, video release date, address, then a flag for each
/// genre, with bars between them.
final class MovieLens100kItems {
    private static final int BEFORE_FLAGS = 5;
    private static final String NO_GENRE = "unknown";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);

    private MovieLens100kItems() {}

    static List<Video> read(Path folder, MovieLensFormat format) {
        List<String> genres = genres(folder.resolve("u.genre"), format);
        List<Video> videos = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (LineReader lines = new LineReader(format.moviesFile(folder), format.charset())) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    Video video = video(lines, line, genres);
                    if (!seen.add(video.externalId())) {
                        throw broken(lines, line, "film " + video.externalId() + " is listed twice");
                    }
                    videos.add(video);
                }
            }
        }
        return videos;
    }

    private static List<String> genres(Path file, MovieLensFormat format) {
        List<String> genres = new ArrayList<>();
        try (LineReader lines = new LineReader(file, format.charset())) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.isBlank()) {
                    continue;
                }
                String[] fields = line.split("\\|", -1);
                if (fields.length != 2 || fields[0].isBlank() || !fields[1].equals(Integer.toString(genres.size()))) {
                    throw broken(
                            lines, line, "expected a genre and the number " + genres.size() + ", with a bar between");
                }
                genres.add(fields[0]);
            }
        }
        return genres;
    }

    private static Video video(LineReader lines, String line, List<String> genres) {
        String[] fields = line.split("\\|", -1);
        if (fields.length != BEFORE_FLAGS + genres.size()) {
            throw broken(
                    lines,
                    line,
                    "expected " + (BEFORE_FLAGS + genres.size()) + " fields with bars between them (5, and a flag for"
                            + " each line of u.genre), found " + fields.length);
        }
        if (!RatingLineParser.isPositiveNumber(fields[0])) {
            throw broken(lines, line, "the film's number \"" + fields[0] + "\" is not a positive whole number");
        }
        if (fields[1].isBlank()) {
            throw broken(lines, line, "the title is empty");
        }
        List<String> named = new ArrayList<>();
        for (int genre = 0; genre < genres.size(); genre++) {
            String flag = fields[BEFORE_FLAGS + genre];
            if (!flag.equals("0") && !flag.equals("1")) {
                throw broken(
                        lines, line, "the flag of genre " + genres.get(genre) + " is \"" + flag + "\", not 0 or 1");
            }
            if (flag.equals("1") && !genres.get(genre).equals(NO_GENRE)) {
                named.add(genres.get(genre));
            }
        }
        return FilmRow.of(fields[0], fields[1].strip(), named, date(lines, line, fields[2].strip()));
    }

    private static @Nullable Instant date(LineReader lines, String line, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text, DATE).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw broken(lines, line, "the release date \"" + text + "\" is not like 01-Jan-1995");
        }
    }

    private static RuntimeException broken(LineReader lines, String line, String wrong) {
        return BrokenLine.of(lines.file(), lines.number(), line, wrong);
    }
}
