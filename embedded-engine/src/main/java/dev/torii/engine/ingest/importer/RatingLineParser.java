package dev.torii.engine.ingest.importer;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Splits and checks one line of ratings: user, item[, rating[, time]].
///
/// A MovieLens line has all four columns, ids that are positive numbers, a rating of 0.5 to 5 and a time that can
/// be true (1990 to 2100): a line that was cut off in the middle of its time is found by that. A plain line has two
/// to four columns, as many as the first line of the file, and any ids and ratings.
final class RatingLineParser {
    private static final long EARLIEST = 631_152_000L;
    private static final long LATEST = 4_102_444_800L;

    private final Path file;
    private final String separator;
    private final boolean movieLens;
    private final String[] fields = new String[4];
    private int columns;

    RatingLineParser(Path file, String separator, boolean movieLens) {
        this.file = file;
        this.separator = separator;
        this.movieLens = movieLens;
        this.columns = movieLens ? 4 : 0;
    }

    void parse(String line, long number, RatingTableBuilder into) {
        int found = split(line);
        if (columns == 0 && found >= 2 && found <= 4) {
            columns = found;
        }
        if (found != columns) {
            String expected = columns == 0 ? "2 to 4" : Integer.toString(columns);
            throw BrokenLine.of(
                    file,
                    number,
                    line,
                    "expected " + expected + " fields (user, item, rating, time) with \"" + BrokenLine.shown(separator)
                            + "\" between them, found " + found);
        }
        String user = key(fields[0], "user", number, line);
        String item = key(fields[1], "item", number, line);
        float value = columns > 2 ? rating(fields[2], number, line) : Float.NaN;
        long time = columns > 3 ? time(fields[3], number, line) : 0;
        into.add(user, item, value, time);
    }

    private int split(String line) {
        int count = 0;
        int from = 0;
        while (true) {
            int to = line.indexOf(separator, from);
            if (count < fields.length) {
                fields[count] = line.substring(from, to < 0 ? line.length() : to);
            }
            count++;
            if (to < 0) {
                return count;
            }
            from = to + separator.length();
        }
    }

    private String key(String text, String what, long number, String line) {
        String key = text.strip();
        if (key.isEmpty()) {
            throw BrokenLine.of(file, number, line, "the " + what + " is empty");
        }
        if (movieLens && !isPositiveNumber(key)) {
            throw BrokenLine.of(file, number, line, "the " + what + " \"" + key + "\" is not a positive whole number");
        }
        return key;
    }

    static boolean isPositiveNumber(String text) {
        if (text.isEmpty() || text.length() > 9 || text.charAt(0) == '0') {
            return false;
        }
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private float rating(String text, long number, String line) {
        Float value = floatOf(text.strip());
        if (value == null || !Float.isFinite(value) || (movieLens && (value < 0.5f || value > 5f))) {
            String range = movieLens ? " from 0.5 to 5" : "";
            throw BrokenLine.of(file, number, line, "the rating \"" + text + "\" is not a number" + range);
        }
        return value;
    }

    private long time(String text, long number, String line) {
        String digits = text.strip();
        boolean numeric =
                !digits.isEmpty() && digits.length() <= 12 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        long seconds = numeric ? Long.parseLong(digits) : -1;
        if (seconds < 0 || (movieLens && (seconds < EARLIEST || seconds > LATEST))) {
            throw BrokenLine.of(
                    file,
                    number,
                    line,
                    "the time \"" + text + "\" is not a count of seconds since 1970"
                            + (movieLens ? " that lies between 1990 and 2100" : ""));
        }
        return seconds;
    }

    private static @Nullable Float floatOf(String text) {
        try {
            return Float.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
