package dev.torii.engine.ingest.importer;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Values of CSV fields. An empty field is unknown; one that makes no sense rejects its row.
final class CsvValues {
    private static final int LONGEST_NUMBER = 15;

    private CsvValues() {}

    static Optional<BigDecimal> number(String field, String name, double min, double max) throws BadRow {
        if (field.isEmpty()) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(field.length() > LONGEST_NUMBER ? "x" : field);
            if (number.doubleValue() >= min && number.doubleValue() <= max) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            throw new BadRow(name + " \"" + field + "\" is not a number");
        }
        throw new BadRow(name + " " + field + " is not between " + plain(min) + " and " + plain(max));
    }

    /// ISO 8601 (`2025-09-24T10:00:00Z`, a time without zone is UTC), a day, a year, or seconds since 1970.
    static Optional<Instant> time(String field, String name) throws BadRow {
        if (field.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (field.matches("\\d{4}")) {
                return Optional.of(start(LocalDate.of(Integer.parseInt(field), 1, 1)));
            }
            if (field.matches("\\d{5,11}")) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(field)));
            }
            String iso = field.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (\\d)", "$1T$2");
            if (iso.indexOf('T') < 0) {
                return Optional.of(start(LocalDate.parse(iso)));
            }
            boolean zoned = iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$");
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(iso).toInstant()
                            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw new BadRow(name + " \"" + field + "\" is not a time like 2025-09-24T10:00:00Z");
        }
    }

    /// Several values with bars between them.
    static List<String> several(String field) {
        return Arrays.stream(field.split("\\|", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    static Optional<String> text(String field) {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    static Optional<String> address(String field, String name) throws BadRow {
        if (field.isEmpty() || field.startsWith("http://") || field.startsWith("https://")) {
            return text(field);
        }
        throw new BadRow(name + " \"" + field + "\" is not a web address");
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
