package dev.torii.engine.recommend.retrieval;

/// The best rows seen so far: a heap of fixed size with its worst entry on top, in no order.
public final class TopRows {
    private final float[] scores;
    private final int[] rows;
    private int size;

    public TopRows(int capacity) {
        scores = new float[capacity];
        rows = new int[capacity];
    }

    public int size() {
        return size;
    }

    public int row(int index) {
        return rows[index];
    }

    public float score(int index) {
        return scores[index];
    }

    /// A score has to be above this to enter.
    public float threshold() {
        return size < scores.length ? Float.NEGATIVE_INFINITY : scores[0];
    }

    public void offer(int row, float score) {
        if (size < scores.length) {
            scores[size] = score;
            rows[size] = row;
            rise(size++);
        } else if (score > scores[0]) {
            scores[0] = score;
            rows[0] = row;
            sink();
        }
    }

    private void rise(int start) {
        int at = start;
        while (at > 0 && scores[at] < scores[(at - 1) / 2]) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void sink() {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && scores[child + 1] < scores[child]) {
                child++;
            }
            if (scores[at] <= scores[child]) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private void swap(int left, int right) {
        float score = scores[left];
        scores[left] = scores[right];
        scores[right] = score;
        int row = rows[left];
        rows[left] = rows[right];
        rows[right] = row;
    }
}
