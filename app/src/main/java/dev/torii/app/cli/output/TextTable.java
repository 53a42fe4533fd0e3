package dev.torii.app.cli.output;

import java.util.ArrayList;
import java.util.List;

/// A plain table: a header, rows, columns as wide as what stands in them. Columns of numbers are set flush right.
public final class TextTable {
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... header) {
        this.header = List.of(header);
    }

    /// @throws IllegalArgumentException when there are not as many cells as columns
    public TextTable row(Object... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + header.size() + " columns");
        }
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// The table's lines, header first, without trailing blanks.
    public List<String> lines() {
        int[] widths = new int[header.size()];
        boolean[] numeric = new boolean[header.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[at] = DisplayWidth.of(header.get(at));
            rows.forEach(row -> widths[at] = Math.max(widths[at], DisplayWidth.of(row.get(at))));
            numeric[at] = !rows.isEmpty() && rows.stream().allMatch(row -> isNumber(row.get(at)));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths, numeric));
        rows.forEach(row -> lines.add(line(row, widths, numeric)));
        return lines;
    }

    private static String line(List<String> cells, int[] widths, boolean[] numeric) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String blanks = " ".repeat(widths[column] - DisplayWidth.of(cells.get(column)));
            line.append(column == 0 ? "" : "  ");
            line.append(numeric[column] ? blanks + cells.get(column) : cells.get(column) + blanks);
        }
        return line.toString().stripTrailing();
    }

    private static boolean isNumber(String cell) {
        return cell.isEmpty() || cell.matches("[-+]?[0-9][0-9,.]*[%]?");
    }
}
