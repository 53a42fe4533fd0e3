package dev.torii.engine.ingest.importer;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The columns of a CSV file, found by the names in its header line: case, spaces and hyphens do not matter
/// (`User ID`, `user-id` and `userId` are `user_id`), and common other names are understood.
final class CsvColumns {
    private final Map<String, Integer> positions;
    private final int width;
    private final List<String> unused;

    private CsvColumns(Map<String, Integer> positions, int width, List<String> unused) {
        this.positions = positions;
        this.width = width;
        this.unused = unused;
    }

    /// @param names other names by the name that counts
    /// @param required names without which the file says nothing
    /// @throws ToriiException BROKEN_INPUT when one of them is missing, or a column stands there twice
    static CsvColumns of(
            Path file, List<String> header, Map<String, String> names, Set<String> known, List<String> required) {
        Map<String, Integer> positions = new HashMap<>();
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String plain = plain(header.get(i));
            String name = known.contains(plain) ? plain : names.getOrDefault(plain, "");
            if (name.isEmpty()) {
                unused.add(header.get(i));
            } else if (positions.putIfAbsent(name, i) != null) {
                throw wrong(file, "has two columns \"" + name + "\"", "Maybe remove one of them.");
            }
        }
        for (String name : required) {
            if (!positions.containsKey(name)) {
                throw wrong(
                        file,
                        "has no column \"" + name + "\"; its header line is: " + String.join(",", header),
                        "Maybe the header line is missing, or fields are not parted by commas. Known columns: "
                                + String.join(", ", known.stream().sorted().toList()) + ".");
            }
        }
        return new CsvColumns(positions, header.size(), unused);
    }

    /// Names of the header that mean nothing here.
    List<String> unused() {
        return unused;
    }

    /// Fields that every record has.
    int width() {
        return width;
    }

    boolean has(String name) {
        return positions.containsKey(name);
    }

    /// The field of a record, stripped; empty when the file has no such column.
    String field(List<String> record, String name) {
        Integer position = positions.get(name);
        return position == null ? "" : record.get(position).strip();
    }

    private static String plain(String name) {
        return name.strip()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .replaceAll("[\\s-]+", "_")
                .toLowerCase(Locale.ROOT);
    }

    private static ToriiException wrong(Path file, String what, String advice) {
        return new ToriiException(ErrorCode.BROKEN_INPUT, file + " " + what + ".", advice);
    }
}
