package dev.torii.engine.recommend.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.catalog.CatalogFilter;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentChangesTest {
    private static final SearchSettings SETTINGS = SearchSettings.rescoring(400);
    private static final ClusteredVectors SPACE = new ClusteredVectors(64, 5, 0.3, 2);

    @Test
    void changedRowsReplaceLoadedOnesAndRemovedOnesDisappear() throws IOException {
        VectorLoader loader = VectorLoader.inMemory(64, SETTINGS);
        for (int i = 0; i < 20; i++) {
            loader.describe(row(i, "old"));
        }
        for (int i = 0; i < 20; i++) {
            loader.put(ClusteredVectors.id(i), SPACE.near(i % 5));
        }
        VectorSnapshot loaded = loader.finish("v1", 1);
        RecentChanges changes = new RecentChanges(loaded, SETTINGS);
        float[] moved = SPACE.near(4);

        VectorSnapshot first = changes.apply(
                List.of(new RowChange(row(0, "new"), moved), new RowChange(row(50, "new"), SPACE.near(0))),
                List.of(ClusteredVectors.id(1)),
                2);
        VectorSnapshot second = changes.apply(List.of(), List.of(ClusteredVectors.id(50)), 3);

        assertThat(loaded.rowCount()).isEqualTo(20);
        assertThat(first.rowCount()).isEqualTo(20);
        assertThat(first.vector(ClusteredVectors.id(0)))
                .hasValueSatisfying(v -> assertThat(v).containsExactly(moved));
        assertThat(genre(first, "new")).containsExactlyInAnyOrder(ClusteredVectors.id(0), ClusteredVectors.id(50));
        assertThat(genre(first, "old")).hasSize(18).doesNotContain(ClusteredVectors.id(0), ClusteredVectors.id(1));
        assertThat(second.rowCount()).isEqualTo(19);
        assertThat(genre(second, "new")).containsExactly(ClusteredVectors.id(0));
        assertThat(second.watermark()).isEqualTo(3);
    }

    @Test
    void aRemovedRowMayComeBack() throws IOException {
        VectorLoader loader = VectorLoader.inMemory(64, SETTINGS);
        loader.describe(row(0, "old"));
        loader.put(ClusteredVectors.id(0), SPACE.near(0));
        RecentChanges changes = new RecentChanges(loader.finish("v1", 1), SETTINGS);

        assertThat(changes.apply(List.of(), List.of(ClusteredVectors.id(0)), 2).rowCount())
                .isZero();
        assertThat(changes.apply(List.of(new RowChange(row(0, "back"), SPACE.near(1))), List.of(), 3)
                        .rowCount())
                .isEqualTo(1);
    }

    private static List<UUID> genre(VectorSnapshot snapshot, String genre) {
        CatalogFilter filter = new CatalogFilter(List.of(genre), List.of(), true, Set.of(), null, null, null);
        return snapshot.search(SPACE.near(0), 100, filter, Set.of()).hits().stream()
                .map(Hit::id)
                .toList();
    }

    private static RowFacts row(int number, String genre) {
        return new RowFacts(ClusteredVectors.id(number), List.of(genre), List.of(), null, null, null);
    }
}
