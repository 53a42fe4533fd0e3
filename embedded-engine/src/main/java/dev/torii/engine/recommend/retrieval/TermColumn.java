package dev.torii.engine.recommend.retrieval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The terms of each described row, while a segment is built.
final class TermColumn {
    private final Map<String, Integer> ordinals = new HashMap<>();
    private int[] starts = new int[65];
    private int[] terms = new int[128];
    private int rowCount;

    void add(List<String> names) {
        int end = starts[rowCount];
        for (String name : names) {
            int ordinal = ordinals.computeIfAbsent(name, unused -> ordinals.size());
            if (end == terms.length) {
                terms = Arrays.copyOf(terms, 2 * terms.length);
            }
            terms[end++] = ordinal;
        }
        rowCount++;
        if (rowCount == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        starts[rowCount] = end;
    }

    /// Where each described row goes when rows are laid out by their first term: `rowOf[described] = row`. Rows
    /// without a term come last; rows of one term keep their order.
    int[] rowsByFirstTerm() {
        int[] next = new int[ordinals.size() + 2];
        for (int row = 0; row < rowCount; row++) {
            next[firstTerm(row) + 1]++;
        }
        for (int term = 1; term < next.length; term++) {
            next[term] += next[term - 1];
        }
        int[] rowOf = new int[rowCount];
        for (int row = 0; row < rowCount; row++) {
            rowOf[row] = next[firstTerm(row)]++;
        }
        return rowOf;
    }

    TermPostings postings(int[] rowOf) {
        int[] postingStarts = new int[ordinals.size() + 1];
        int total = starts[rowCount];
        for (int i = 0; i < total; i++) {
            postingStarts[terms[i] + 1]++;
        }
        for (int term = 1; term < postingStarts.length; term++) {
            postingStarts[term] += postingStarts[term - 1];
        }
        int[] next = Arrays.copyOf(postingStarts, postingStarts.length);
        int[] rows = new int[total];
        for (int row = 0; row < rowCount; row++) {
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                rows[next[terms[i]]++] = rowOf[row];
            }
        }
        return new TermPostings(Map.copyOf(ordinals), postingStarts, rows);
    }

    private int firstTerm(int row) {
        return starts[row] == starts[row + 1] ? ordinals.size() : terms[starts[row]];
    }
}
