package dev.torii.engine.recommend.retrieval;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Which rows bear a term (a genre, a maker): the rows of each name, one after the other in one array.
///
/// @param ordinals number of each name
/// @param starts length names + 1; the rows of name `n` are `rows[starts[n] .. starts[n + 1])`
record TermPostings(Map<String, Integer> ordinals, int[] starts, int[] rows) {

    /// The rows that bear one of `names`; a name that nothing bears adds nothing.
    BitSet anyOf(Collection<String> names, int rowCount) {
        BitSet matching = new BitSet(rowCount);
        for (String name : names) {
            Integer ordinal = ordinals.get(name);
            if (ordinal != null) {
                for (int i = starts[ordinal]; i < starts[ordinal + 1]; i++) {
                    matching.set(rows[i]);
                }
            }
        }
        return matching;
    }

    void write(DataOutput out) throws IOException {
        String[] names = new String[ordinals.size()];
        ordinals.forEach((name, ordinal) -> names[ordinal] = name);
        out.writeInt(names.length);
        out.writeInt(rows.length);
        for (String name : names) {
            out.writeUTF(name);
        }
        for (int start : starts) {
            out.writeInt(start);
        }
        for (int row : rows) {
            out.writeInt(row);
        }
    }

    static TermPostings read(DataInput in) throws IOException {
        int[] starts = new int[in.readInt() + 1];
        int[] rows = new int[in.readInt()];
        Map<String, Integer> ordinals = new HashMap<>();
        for (int name = 0; name < starts.length - 1; name++) {
            ordinals.put(in.readUTF(), name);
        }
        for (int i = 0; i < starts.length; i++) {
            starts[i] = in.readInt();
        }
        for (int i = 0; i < rows.length; i++) {
            rows[i] = in.readInt();
        }
        return new TermPostings(ordinals, starts, rows);
    }
}
