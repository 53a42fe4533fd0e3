package dev.torii.engine.evaluate;

import dev.torii.models.evaluate.PairedDifference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Corrects p-values for how many there are (Holm, 1979): with the p-values ascending, the i-th of m is multiplied
/// by m - i + 1, and none may be below the one before it. It needs no assumption on how the comparisons depend on
/// each other.
final class HolmCorrection {
    private HolmCorrection() {}

    static List<PairedDifference> of(List<PairedDifference> differences) {
        List<Integer> order = IntStream.range(0, differences.size())
                .boxed()
                .sorted(Comparator.comparingDouble(at -> differences.get(at).pValue()))
                .toList();
        List<PairedDifference> adjusted = new ArrayList<>(differences);
        double floor = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            PairedDifference difference = differences.get(order.get(rank));
            floor = Math.max(floor, Math.min(1, difference.pValue() * (differences.size() - rank)));
            adjusted.set(order.get(rank), difference.adjusted(floor));
        }
        return adjusted;
    }
}
