package dev.torii.engine.recommend.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.models.catalog.CatalogFilter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VectorSnapshotTest {
    private static final int ROWS = 12_000;
    private static final int DIMENSION = 96;
    private static final Instant EPOCH = Instant.parse("2020-01-01T00:00:00Z");
    private static final List<RowChange> CATALOGUE = new ArrayList<>();
    private static final ClusteredVectors SPACE = new ClusteredVectors(DIMENSION, 40, 0.8, 11);

    @BeforeAll
    static void makeCatalogue() {
        Random random = new Random(5);
        for (int i = 0; i < ROWS; i++) {
            int cluster = SPACE.cluster();
            List<String> genres = i % 50 == 0 ? List.of() : List.of("genre " + cluster % 7, "genre " + (7 + i % 3));
            RowFacts facts = new RowFacts(
                    ClusteredVectors.id(i),
                    genres,
                    List.of("maker " + random.nextInt(200)),
                    i % 11 == 0 ? null : random.nextInt(51) / 10.0,
                    i % 13 == 0 ? null : BigDecimal.valueOf(random.nextInt(5_000)),
                    i % 17 == 0 ? null : EPOCH.plusSeconds(random.nextInt(100_000_000)));
            CATALOGUE.add(new RowChange(facts, SPACE.near(cluster)));
        }
    }

    @Test
    void aScanOverBytesFindsWhatAnExactOneFinds() throws IOException {
        VectorSnapshot rounded = snapshot(new SearchSettings(400, 0));
        VectorSnapshot exact = snapshot(new SearchSettings(400, ROWS));
        double found = 0;
        int queries = 50;
        for (int i = 0; i < queries; i++) {
            float[] query = SPACE.near(i % 40);
            SearchResult approximate = rounded.search(query, 100, CatalogFilter.DEFAULT, Set.of());
            SearchResult truth = exact.search(query, 100, CatalogFilter.DEFAULT, Set.of());
            assertThat(approximate.plan()).isEqualTo(QueryPlan.ROUNDED_THEN_EXACT);
            assertThat(truth.plan()).isEqualTo(QueryPlan.EXACT);
            Set<UUID> same = ids(approximate);
            same.retainAll(ids(truth));
            found += same.size() / 100.0;
        }

        assertThat(found / queries).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void exactSearchAgreesWithAPlainLoop() throws IOException {
        VectorSnapshot snapshot = snapshot(SearchSettings.rescoring(400));
        float[] query = SPACE.near(3);

        SearchResult result = snapshot.search(query, 20, CatalogFilter.DEFAULT, Set.of());

        List<RowChange> best = CATALOGUE.stream()
                .sorted(Comparator.comparingDouble((RowChange row) -> -dot(query, row.vector())))
                .limit(20)
                .toList();
        assertThat(result.hits())
                .extracting(Hit::id)
                .containsExactlyElementsOf(
                        best.stream().map(row -> row.facts().id()).toList());
        assertThat((double) result.hits().getFirst().score())
                .isCloseTo(dot(query, best.getFirst().vector()), within(1e-5));
        assertThat(result.eligible()).isEqualTo(ROWS);
    }

    @Test
    void everyFilterIsExactUnderBothPlans() throws IOException {
        List<CatalogFilter> filters = List.of(
                filter(List.of("genre 2"), List.of(), null, null, null),
                filter(List.of("genre 1", "genre 8", "no such genre"), List.of(), null, null, null),
                filter(List.of(), List.of("maker 17", "maker 3"), null, null, null),
                filter(List.of(), List.of(), 4.1, null, null),
                filter(List.of(), List.of(), null, BigDecimal.valueOf(999), null),
                filter(List.of(), List.of(), null, null, EPOCH.plusSeconds(50_000_000)),
                filter(
                        List.of("genre 4"),
                        List.of("maker 9", "maker 10", "maker 11"),
                        1.0,
                        new BigDecimal("4000"),
                        EPOCH));
        for (SearchSettings settings : List.of(new SearchSettings(400, 0), new SearchSettings(400, ROWS))) {
            VectorSnapshot snapshot = snapshot(settings);
            for (CatalogFilter filter : filters) {
                Set<UUID> expected = CATALOGUE.stream()
                        .filter(row -> passes(row.facts(), filter))
                        .map(row -> row.facts().id())
                        .collect(Collectors.toSet());
                SearchResult result = snapshot.search(SPACE.near(1), ROWS, filter, Set.of());

                assertThat(ids(result))
                        .as(filter.toString())
                        .isEqualTo(expected)
                        .isNotEmpty();
                assertThat(result.eligible()).isEqualTo(expected.size());
                assertThat(result.excluded()).isZero();
            }
        }
    }

    @Test
    void anUnknownGenreAnswersNothing() throws IOException {
        SearchResult result = snapshot(SearchSettings.rescoring(400))
                .search(SPACE.near(0), 10, filter(List.of("no such genre"), List.of(), null, null, null), Set.of());

        assertThat(result.hits()).isEmpty();
        assertThat(result.plan()).isEqualTo(QueryPlan.NOTHING);
    }

    @Test
    void excludedIdsAreCountedOnlyWhereTheFilterLetThemPass() throws IOException {
        VectorSnapshot snapshot = snapshot(SearchSettings.rescoring(400));
        CatalogFilter filter = filter(List.of("genre 2"), List.of(), null, null, null);
        SearchResult all = snapshot.search(SPACE.near(1), 10, filter, Set.of());
        Set<UUID> excluded = new HashSet<>(ids(all));
        UUID elsewhere = CATALOGUE.stream()
                .filter(row -> !passes(row.facts(), filter))
                .findFirst()
                .orElseThrow()
                .facts()
                .id();
        excluded.add(elsewhere);
        excluded.add(UUID.randomUUID());

        SearchResult rest = snapshot.search(SPACE.near(1), 10, filter, excluded);

        assertThat(rest.excluded()).isEqualTo(10);
        assertThat(rest.eligible()).isEqualTo(all.eligible() - 10);
        assertThat(ids(rest)).doesNotContainAnyElementsOf(excluded).hasSize(10);
    }

    @Test
    void rowsOfOneGenreLieTogether() throws IOException {
        VectorSegment segment =
                snapshot(SearchSettings.rescoring(400)).parts().getFirst().segment();
        List<String> firstGenres = IntStream.range(0, ROWS)
                .mapToObj(segment::id)
                .map(id -> CATALOGUE.get((int) ~id.getLeastSignificantBits()).facts())
                .map(facts -> facts.genres().isEmpty() ? "" : facts.genres().getFirst())
                .toList();

        long changes = IntStream.range(1, ROWS)
                .filter(row -> !firstGenres.get(row).equals(firstGenres.get(row - 1)))
                .count();
        assertThat(changes).isEqualTo(firstGenres.stream().distinct().count() - 1);
        assertThat(firstGenres.getLast()).isEmpty();
    }

    @Test
    void vectorsThatCannotBeUsedAreRefusedAndNeverFound() throws IOException {
        VectorLoader loader = VectorLoader.inMemory(DIMENSION, SearchSettings.rescoring(400));
        CATALOGUE.subList(0, 4).forEach(row -> loader.describe(row.facts()));
        float[] broken = SPACE.near(0);
        broken[7] = Float.NaN;

        assertThat(loader.put(ClusteredVectors.id(0), broken)).isFalse();
        assertThat(loader.put(ClusteredVectors.id(1), new float[DIMENSION - 1])).isFalse();
        assertThat(loader.put(ClusteredVectors.id(99), SPACE.near(0))).isFalse();
        assertThat(loader.put(ClusteredVectors.id(2), SPACE.near(0))).isTrue();
        VectorSnapshot snapshot = loader.finish("v", 1);

        assertThat(loader.refused()).isEqualTo(3);
        assertThat(snapshot.rowCount()).isEqualTo(1);
        assertThat(snapshot.search(SPACE.near(0), 10, CatalogFilter.DEFAULT, Set.of())
                        .hits())
                .extracting(Hit::id)
                .containsExactly(ClusteredVectors.id(2));
        assertThat(snapshot.vector(ClusteredVectors.id(3))).isEmpty();
    }

    static VectorSnapshot snapshot(SearchSettings settings) throws IOException {
        return load(VectorLoader.inMemory(DIMENSION, settings)).finish("v1", 42);
    }

    static VectorLoader load(VectorLoader loader) throws IOException {
        CATALOGUE.forEach(row -> loader.describe(row.facts()));
        for (RowChange row : CATALOGUE) {
            loader.put(row.facts().id(), row.vector());
        }
        return loader;
    }

    private static CatalogFilter filter(
            List<String> genres,
            List<String> makers,
            @Nullable Double minRating,
            @Nullable BigDecimal maxPrice,
            @Nullable Instant releasedAfter) {
        return new CatalogFilter(genres, makers, true, Set.of(), minRating, maxPrice, releasedAfter);
    }

    private static boolean passes(RowFacts row, CatalogFilter filter) {
        Double least = filter.minRating();
        BigDecimal most = filter.maxPrice();
        Instant after = filter.releasedAfter();
        return (filter.genres().isEmpty() || row.genres().stream().anyMatch(filter.genres()::contains))
                && (filter.makers().isEmpty() || row.makers().stream().anyMatch(filter.makers()::contains))
                && (least == null || (row.rating() != null && row.rating() >= least))
                && (most == null || (row.price() != null && row.price().compareTo(most) <= 0))
                && (after == null
                        || (row.releasedAt() != null && row.releasedAt().isAfter(after)));
    }

    private static Set<UUID> ids(SearchResult result) {
        return result.hits().stream().map(Hit::id).collect(Collectors.toCollection(HashSet::new));
    }

    private static double dot(float[] left, float[] right) {
        return IntStream.range(0, left.length)
                .mapToDouble(i -> (double) left[i] * right[i])
                .sum();
    }
}
