package dev.torii.engine.embed.training;

import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.engine.embed.features.UserNumbers;
import dev.torii.engine.embed.towers.TrainingBatch;
import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Draws the steps of a training run: which users, which of their positives, which other videos to compare with.
/// Nothing here depends on what was learnt, so steps can be drawn ahead of their time.
final class StepSampler {
    private final TrainingMatrices matrices;
    private final InteractionSet data;
    private final TrainingSettings settings;
    private final SplittableRandom random;
    private final ExampleOrder order;
    private HistoryRows histories;
    private final int[] candidateOf;
    private final int[] positives;
    private final StepMemory memory;
    private final int slots;
    private ColumnIndex idIndex;
    private ColumnIndex contentIndex;

    /// @param slots rows of the id tables
    StepSampler(
            TrainingMatrices matrices,
            TrainingSettings settings,
            ExampleOrder order,
            StepMemory memory,
            int slots,
            SplittableRandom random) {
        this.matrices = matrices;
        this.data = matrices.data();
        this.settings = settings;
        this.random = random;
        this.order = order;
        this.memory = memory;
        this.slots = slots;
        this.histories = new HistoryRows(matrices, order);
        this.candidateOf = new int[data.itemCount()];
        Arrays.fill(candidateOf, -1);
        this.positives = data.itemCounts();
        this.idIndex = new ColumnIndex(slots);
        this.contentIndex = new ColumnIndex(matrices.contentBuckets());
    }

    /// The rows of the next step.
    StepRows next() {
        return rows(nextGroups());
    }

    int[] nextGroups() {
        return order.nextGroups();
    }

    /// Makes later steps half as large.
    int halve() {
        return order.halve();
    }

    /// Forgets what a step left behind that was given up half drawn.
    void reset() {
        Arrays.fill(candidateOf, -1);
        histories = new HistoryRows(matrices, order);
        idIndex = new ColumnIndex(slots);
        contentIndex = new ColumnIndex(matrices.contentBuckets());
    }

    /// The rows of a step with these groups.
    ///
    /// @throws OutOfMemoryError when they do not fit
    StepRows rows(int[] groups) {
        int pairs = 0;
        for (int group : groups) {
            pairs += order.size(group);
        }
        memory.require(groups.length, pairs + settings.uniformNegatives());
        int[] pairRows = new int[pairs];
        int[] targets = new int[pairs];
        int[] candidates = drawCandidates(groups, pairRows, targets);
        float[] masked = mask(groups, pairRows, targets, candidates.length);
        for (int item : candidates) {
            candidateOf[item] = -1;
        }
        float[] numeric = new float[groups.length * UserNumbers.WIDTH];
        SparseRows.Builder slotRows = new SparseRows.Builder(groups.length, 64 * groups.length);
        SparseRows.Builder termRows = new SparseRows.Builder(groups.length, 256 * groups.length);
        for (int row = 0; row < groups.length; row++) {
            boolean hidden = random.nextDouble() < settings.idDropout();
            histories.append(groups[row], hidden, slotRows, termRows, numeric, row * UserNumbers.WIDTH);
        }
        SparseRows historySlots = slotRows.build();
        SparseRows historyTerms = termRows.build();
        SparseRows candidateSlots = slots(candidates);
        SparseRows candidateTokens = tokens(candidates);
        return new StepRows(
                groups,
                Arrays.stream(groups).map(order::user).toArray(),
                numeric,
                historySlots,
                historyTerms,
                candidateSlots,
                candidateTokens,
                numeric(candidates),
                candidates,
                pairRows,
                targets,
                masked,
                idIndex.of(candidateSlots),
                idIndex.of(historySlots),
                contentIndex.of(candidateTokens, c -> positives[candidates[c]] > 0, historyTerms));
    }

    private int[] drawCandidates(int[] groups, int[] pairRows, int[] targets) {
        int[] candidates = new int[targets.length + settings.uniformNegatives()];
        int count = 0;
        int pair = 0;
        for (int row = 0; row < groups.length; row++) {
            for (int t = 0; t < order.size(groups[row]); t++) {
                int item = data.items()[order.target(groups[row], t)];
                if (candidateOf[item] < 0) {
                    candidateOf[item] = count;
                    candidates[count++] = item;
                }
                pairRows[pair] = row;
                targets[pair++] = candidateOf[item];
            }
        }
        for (int n = 0; n < settings.uniformNegatives(); n++) {
            int item = random.nextInt(data.itemCount());
            if (candidateOf[item] < 0) {
                candidateOf[item] = count;
                candidates[count++] = item;
            }
        }
        return Arrays.copyOf(candidates, count);
    }

    /// What else the user liked is no negative.
    private float[] mask(int[] groups, int[] pairRows, int[] targets, int candidateCount) {
        float[] masked = new float[size(groups.length, candidateCount)];
        for (int row = 0; row < groups.length; row++) {
            int user = order.user(groups[row]);
            for (int k = data.rowStarts()[user]; k < data.rowStarts()[user + 1]; k++) {
                int candidate = candidateOf[data.items()[k]];
                if (candidate >= 0) {
                    masked[row * candidateCount + candidate] = TrainingBatch.MASKED;
                }
            }
        }
        for (int pair = 0; pair < targets.length; pair++) {
            masked[pairRows[pair] * candidateCount + targets[pair]] = 0;
        }
        return masked;
    }

    private static int size(int rows, int columns) {
        if ((long) rows * columns > Integer.MAX_VALUE - 8) {
            throw new OutOfMemoryError(rows + " rows times " + columns + " candidates");
        }
        return rows * columns;
    }

    private SparseRows slots(int[] candidates) {
        SparseRows.Builder rows = new SparseRows.Builder(candidates.length, candidates.length);
        for (int item : candidates) {
            if (matrices.slot(item) > 0 && random.nextDouble() >= settings.idDropout()) {
                rows.add(matrices.slot(item), 1);
            }
            rows.endRow();
        }
        return rows.build();
    }

    private SparseRows tokens(int[] candidates) {
        SparseRows.Builder rows = new SparseRows.Builder(candidates.length, 128 * candidates.length);
        for (int item : candidates) {
            matrices.tokens().appendAll(item, rows);
            rows.endRow();
        }
        return rows.build();
    }

    private float[] numeric(int[] candidates) {
        float[] numeric = new float[candidates.length * FeatureExtractor.NUMERIC_WIDTH];
        for (int c = 0; c < candidates.length; c++) {
            matrices.copyNumeric(candidates[c], numeric, c * FeatureExtractor.NUMERIC_WIDTH);
        }
        return numeric;
    }
}
