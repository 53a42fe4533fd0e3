package dev.torii.engine.recommend.collaborative;

import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.RankerFactory;
import dev.torii.engine.evaluate.TopItems;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.ParallelLoop;
import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// Item-based nearest neighbours. The similarity of two items is the cosine of their users, `shared / (sqrt(a) *
/// sqrt(b) + shrink)`, with `a` and `b` the users of each; the score of an item is the sum of its similarities to
/// those items of the history that are among its `k` nearest (Sarwar et al., WWW 2001).
///
/// Memory: 8 bytes for each of at most `k` neighbours an item, never items by items.
///
/// @param neighbours nearest neighbours kept of each item
/// @param shrink added to the denominator: damps similarities that rest on few users; 0 is the plain cosine
public record ItemKnn(int neighbours, double shrink) implements RankerFactory {
    /// 50 neighbours, plain cosine.
    public static final ItemKnn DEFAULT = new ItemKnn(50, 0);

    public ItemKnn {
        if (neighbours < 1 || shrink < 0) {
            throw new IllegalArgumentException("neighbours " + neighbours + ", shrink " + shrink);
        }
    }

    @Override
    public String name() {
        return "item_knn";
    }

    @Override
    public Ranker fit(InteractionSet training, JobContext context) {
        return model(training, context).rankerFor(training);
    }

    /// Finds the neighbours of all items.
    public ItemToItemModel model(InteractionSet training, JobContext context) {
        int items = training.itemCount();
        Cooccurrence cooccurrence = new Cooccurrence(training);
        int[][] sources = new int[items][];
        float[][] similarities = new float[items][];
        context.begin("evaluate.neighbours", items, "items");
        ParallelLoop.run(items, context, () -> worker(cooccurrence, sources, similarities));
        return byNeighbour(sources, similarities);
    }

    private IntConsumer worker(Cooccurrence cooccurrence, int[][] sources, float[][] similarities) {
        int items = sources.length;
        int[] counts = new int[items];
        int[] touched = new int[items];
        TopItems top = new TopItems(neighbours);
        return target -> {
            int size = cooccurrence.countWith(target, counts, touched);
            Arrays.sort(touched, 0, size);
            float[] candidates = new float[size];
            for (int i = 0; i < size; i++) {
                int other = touched[i];
                double norm = Math.sqrt(cooccurrence.count(target)) * Math.sqrt(cooccurrence.count(other));
                candidates[i] = other == target ? Float.NEGATIVE_INFINITY : (float) (counts[other] / (norm + shrink));
            }
            int[] nearest = top.select(candidates);
            int[] kept = new int[nearest.length];
            float[] weights = new float[nearest.length];
            for (int i = 0; i < nearest.length; i++) {
                kept[i] = touched[nearest[i]];
                weights[i] = candidates[nearest[i]];
            }
            sources[target] = kept;
            similarities[target] = weights;
            Cooccurrence.clear(counts, touched, size);
        };
    }

    private static ItemNeighbours byNeighbour(int[][] sources, float[][] similarities) {
        int[] starts = new int[sources.length + 1];
        for (int[] kept : sources) {
            for (int source : kept) {
                starts[source + 1]++;
            }
        }
        for (int item = 0; item < sources.length; item++) {
            starts[item + 1] += starts[item];
        }
        int[] targets = new int[starts[sources.length]];
        float[] weights = new float[targets.length];
        int[] next = starts.clone();
        for (int target = 0; target < sources.length; target++) {
            for (int i = 0; i < sources[target].length; i++) {
                int at = next[sources[target][i]]++;
                targets[at] = target;
                weights[at] = similarities[target][i];
            }
        }
        return new ItemNeighbours(starts, targets, weights);
    }
}
