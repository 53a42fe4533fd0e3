package dev.torii.engine.embed.training;

/// Sparse rows by column: column `columns[c]` holds `weights[k]` in row `rows[k]` for `k` in `starts[c] ..
/// starts[c+1]`, in the order of the rows. Columns without entries are left out; the others stand in the order in
/// which they first occur.
record ColumnEntries(int[] columns, int[] starts, int[] rows, float[] weights) {}
