package dev.torii.engine.evaluate.linear;

import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Fills a [ContentTable] video by video, so that a catalogue can be streamed through it.
public final class ContentTableBuilder {
    private static final int KINDS = TermKind.values().length;

    private record TermKey(TermKind kind, String externalId) {}

    private final Map<TermKey, Integer> numbering = new HashMap<>();
    private int[] frequency = new int[256];
    private int[] starts = new int[1024];
    private int[] terms = new int[4096];
    private byte[] kinds = new byte[4096];
    private float[] numbers = new float[1024 * ContentTable.NUMBERS];
    private int items;
    private int size;

    /// Adds the next video.
    public ContentTableBuilder add(Video video) {
        if (items + 1 == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        int from = size;
        for (Term term : video.terms()) {
            int number =
                    numbering.computeIfAbsent(new TermKey(term.kind(), term.externalId()), unseen -> numbering.size());
            if (!contains(from, number)) {
                append(number, term.kind());
            }
        }
        ContentTable.numbersOf(video, numbers, items * ContentTable.NUMBERS);
        items++;
        starts[items] = size;
        return this;
    }

    /// The table of what was added.
    public ContentTable build() {
        float[] columns = Arrays.copyOf(numbers, items * ContentTable.NUMBERS);
        for (int column = 0; column < ContentTable.NUMBERS; column++) {
            standardise(columns, column);
        }
        return new ContentTable(
                Arrays.copyOf(starts, items + 1),
                Arrays.copyOf(terms, size),
                unitValues(),
                Arrays.copyOf(kinds, size),
                columns,
                numbering.size());
    }

    private void append(int number, TermKind kind) {
        if (size == terms.length) {
            terms = Arrays.copyOf(terms, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        if (number >= frequency.length) {
            frequency = Arrays.copyOf(frequency, frequency.length * 2);
        }
        frequency[number]++;
        terms[size] = number;
        kinds[size] = (byte) LinearFeature.of(kind);
        size++;
    }

    private boolean contains(int from, int number) {
        for (int at = from; at < size; at++) {
            if (terms[at] == number) {
                return true;
            }
        }
        return false;
    }

    /// The weight of each entry: log(1 + n / frequency), divided by the length of its video's vector of the kind.
    private float[] unitValues() {
        float[] values = new float[size];
        double[] squares = new double[KINDS];
        for (int item = 0; item < items; item++) {
            Arrays.fill(squares, 0);
            for (int at = starts[item]; at < starts[item + 1]; at++) {
                values[at] = (float) Math.log1p((double) items / frequency[terms[at]]);
                squares[kinds[at]] += values[at] * values[at];
            }
            for (int at = starts[item]; at < starts[item + 1]; at++) {
                values[at] /= (float) Math.sqrt(squares[kinds[at]]);
            }
        }
        return values;
    }

    private static void standardise(float[] columns, int column) {
        double sum = 0;
        double squares = 0;
        long known = 0;
        for (int at = column; at < columns.length; at += ContentTable.NUMBERS) {
            if (!Float.isNaN(columns[at])) {
                sum += columns[at];
                squares += (double) columns[at] * columns[at];
                known++;
            }
        }
        double mean = known == 0 ? 0 : sum / known;
        double variance = known == 0 ? 0 : squares / known - mean * mean;
        double deviation = variance > 1e-9 ? Math.sqrt(variance) : 1;
        for (int at = column; at < columns.length; at += ContentTable.NUMBERS) {
            columns[at] = (float) ((columns[at] - mean) / deviation);
        }
    }
}
