package dev.torii.engine.recommend.retrieval;

import dev.torii.models.catalog.CatalogFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Measures building and searching at full size, on one thread. Not a test: `main` takes the number of rows, the
/// dimension and a folder for the mapped file.
final class ScanMeasurement {
    private static final int COUNT = 100;
    private static final int QUERIES = 200;

    private ScanMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[0]);
        int dimension = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory(Path.of(arguments[2]), "scan");
        ClusteredVectors space = new ClusteredVectors(dimension, 300, 1.0, 17);
        int[] clusters = IntStream.range(0, rows).map(row -> space.cluster()).toArray();
        SearchSettings settings = SearchSettings.rescoring(400);
        SegmentFiles files = new SegmentFiles(folder, settings);

        long started = System.nanoTime();
        VectorSnapshot built = build(files, space, clusters, dimension);
        print("build with generating, s", seconds(started));
        started = System.nanoTime();
        VectorSnapshot opened = files.newest("v").orElseThrow();
        print("open with checksums, s", seconds(started));

        List<float[]> queries = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            queries.add(space.near(i % 300));
        }
        VectorSnapshot exact =
                new VectorSnapshot("v", dimension, 1, new SearchSettings(400, Integer.MAX_VALUE), opened.parts());
        measure("no filter", opened, queries, List.of(), List.of());
        measure("no filter, float32", exact, queries.subList(0, 40), List.of(), List.of());
        measure("one genre of 12, first", opened, queries, List.of("genre 3"), List.of());
        measure("one genre of 12, scattered", opened, queries, List.of("other 3"), List.of());
        measure("one maker of 600", opened, queries, List.of(), List.of("maker 5"));
        print("recall@100 against float32", recall(opened, exact, queries.subList(0, 40)));
        print(
                "heap used, MB",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6);
        print("rows", built.rowCount());
    }

    private static VectorSnapshot build(SegmentFiles files, ClusteredVectors space, int[] clusters, int dimension)
            throws IOException {
        Random random = new Random(1);
        try (SegmentFiles.Draft draft = files.begin(dimension)) {
            for (int row = 0; row < clusters.length; row++) {
                List<String> genres = List.of("genre " + clusters[row] % 12, "other " + random.nextInt(12));
                List<String> makers = List.of("maker " + random.nextInt(600));
                draft.loader().describe(new RowFacts(ClusteredVectors.id(row), genres, makers, null, null, null));
            }
            for (int row = 0; row < clusters.length; row++) {
                draft.loader().put(ClusteredVectors.id(row), space.near(clusters[row]));
            }
            return draft.publish("v", 1);
        }
    }

    private static void measure(
            String name, VectorSnapshot snapshot, List<float[]> queries, List<String> genres, List<String> makers) {
        CatalogFilter filter = new CatalogFilter(genres, makers, true, Set.of(), null, null, null);
        for (int i = 0; i < 30; i++) {
            snapshot.search(queries.get(i % queries.size()), COUNT, filter, Set.of());
        }
        double[] millis = new double[queries.size()];
        SearchResult last = null;
        for (int i = 0; i < millis.length; i++) {
            long started = System.nanoTime();
            last = snapshot.search(queries.get(i), COUNT, filter, Set.of());
            millis[i] = (System.nanoTime() - started) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, %s%n",
                name,
                millis[millis.length / 2],
                millis[millis.length * 95 / 100],
                millis[millis.length * 99 / 100],
                last == null ? "" : last.plan() + " over " + last.eligible());
    }

    private static double recall(VectorSnapshot tested, VectorSnapshot exact, List<float[]> queries) {
        double found = 0;
        for (float[] query : queries) {
            Set<Hit> truth = new HashSet<>(
                    exact.search(query, COUNT, CatalogFilter.DEFAULT, Set.of()).hits());
            truth.retainAll(
                    tested.search(query, COUNT, CatalogFilter.DEFAULT, Set.of()).hits());
            found += truth.size() / (double) COUNT;
        }
        return found / queries.size();
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "%s: %.4f%n", name, value);
    }
}
