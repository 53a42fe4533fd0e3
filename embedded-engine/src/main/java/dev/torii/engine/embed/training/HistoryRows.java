package dev.torii.engine.embed.training;

import dev.torii.engine.embed.features.HistoryWeights;
import dev.torii.engine.embed.features.UserNumbers;
import dev.torii.engine.people.InteractionSet;
import java.util.BitSet;

/// Makes the input rows of the user tower: histories without the targets of a group, as
/// [dev.torii.engine.embed.features.HistoryFeatures] makes them of whole histories when serving.
final class HistoryRows {
    private final TrainingMatrices matrices;
    private final InteractionSet data;
    private final ExampleOrder order;
    private final TokenBag terms;
    private final BitSet targets;

    HistoryRows(TrainingMatrices matrices, ExampleOrder order) {
        this.matrices = matrices;
        this.data = matrices.data();
        this.order = order;
        this.terms = new TokenBag(matrices.contentBuckets());
        this.targets = new BitSet(data.interactionCount());
    }

    /// Appends one row to each of `slots` and `terms`, and writes the user's numbers.
    ///
    /// @param hidden whether the id rows are left out
    void append(
            int group,
            boolean hidden,
            SparseRows.Builder slotRows,
            SparseRows.Builder termRows,
            float[] numeric,
            int at) {
        int user = order.user(group);
        mark(group, true);
        UserNumbers numbers = new UserNumbers(matrices.settings());
        long oldest = 0;
        long newest = 0;
        int end = data.rowStarts()[user + 1];
        for (int k = matrices.firstOfHistory(user); k < end; k++) {
            if (!targets.get(k)) {
                numbers.add(matrices.genres(data.items()[k]), matrices.entryWeight(k));
                long time = data.epochSeconds()[k];
                oldest = time > 0 && (oldest == 0 || time < oldest) ? time : oldest;
                newest = Math.max(newest, time);
            }
        }
        float scale = HistoryWeights.poolScale(numbers.squares());
        for (int k = matrices.firstOfHistory(user); k < end; k++) {
            if (!targets.get(k)) {
                int item = data.items()[k];
                matrices.tokens().addTerms(item, matrices.entryWeight(k), terms);
                if (!hidden && matrices.slot(item) > 0) {
                    slotRows.add(matrices.slot(item), scale * matrices.entryWeight(k));
                }
            }
        }
        mark(group, false);
        slotRows.endRow();
        terms.drainTo(termRows, scale);
        termRows.endRow();
        numbers.write(oldest, newest, numeric, at);
    }

    private void mark(int group, boolean target) {
        for (int t = 0; t < order.size(group); t++) {
            targets.set(order.target(group, t), target);
        }
    }
}
