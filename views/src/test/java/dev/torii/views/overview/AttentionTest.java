package dev.torii.views.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.catalog.CatalogCounts;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.sync.SyncCounts;
import dev.torii.models.sync.SyncRun;
import dev.torii.models.sync.SyncState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Each step on the way to recommendations is named with the button that takes it.
class AttentionTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void anEmptyHomeIsFilledFirst() {
        assertThat(kinds(new CatalogCounts(0, 0, 0, 0, 0, 0), null, null))
                .containsExactly(Attention.Kind.EMPTY_CATALOGUE);
        assertThat(Attention.of(facts(new CatalogCounts(0, 0, 0, 0, 0, 0), null, null))
                        .getFirst()
                        .action())
                .isEqualTo(OverviewAction.FILL_SAMPLE);
    }

    @Test
    void videosWithoutBehaviourCannotBeTrainedOn() {
        assertThat(kinds(new CatalogCounts(10, 0, 0, 0, 0, 0), null, null))
                .containsExactly(Attention.Kind.NO_BEHAVIOUR);
    }

    @Test
    void dataWithoutModelIsTrained() {
        List<Attention> found = Attention.of(facts(new CatalogCounts(10, 5, 50, 20, 0, 0), null, null));
        assertThat(found).containsExactly(new Attention(Attention.Kind.UNTRAINED, OverviewAction.TRAIN, ""));
    }

    @Test
    void aRejectedModelSaysWhy() {
        List<Attention> found = Attention.of(
                facts(new CatalogCounts(10, 5, 50, 20, 0, 0), null, model(ModelState.REJECTED, "worse than popular")));
        assertThat(found)
                .containsExactly(
                        new Attention(Attention.Kind.GATE_NOT_PASSED, OverviewAction.TRAIN, "worse than popular"));
    }

    @Test
    void aTrainedModelIsEmbeddedWholly() {
        ModelVersion active = model(ModelState.ACTIVE, null);
        assertThat(kinds(new CatalogCounts(10, 5, 50, 20, 0, 0), active, active))
                .containsExactly(Attention.Kind.NOT_EMBEDDED);
        assertThat(kinds(new CatalogCounts(10, 5, 50, 20, 9, 5), active, active))
                .containsExactly(Attention.Kind.PARTLY_EMBEDDED);
        assertThat(kinds(new CatalogCounts(10, 5, 50, 20, 10, 5), active, active))
                .isEmpty();
    }

    @Test
    void troubleComesFirst() {
        OverviewFacts facts = new OverviewFacts(
                new CatalogCounts(0, 0, 0, 0, 0, 0),
                null,
                null,
                List.of(new PartHealth("index", PartState.DOWN, "checksum differs")),
                new SyncRun(new UUID(0, 1), "csv", SyncState.FAILED, SyncCounts.ZERO, NOW, NOW, "line 3 is broken"));
        assertThat(Attention.of(facts))
                .extracting(Attention::kind)
                .containsExactly(Attention.Kind.PART_DOWN, Attention.Kind.RUN_FAILED, Attention.Kind.EMPTY_CATALOGUE);
        assertThat(Attention.of(facts).getFirst().detail()).isEqualTo("index: checksum differs");
    }

    private static List<Attention.Kind> kinds(
            CatalogCounts counts, @Nullable ModelVersion active, @Nullable ModelVersion newest) {
        return Attention.of(facts(counts, active, newest)).stream()
                .map(Attention::kind)
                .toList();
    }

    static OverviewFacts facts(CatalogCounts counts, @Nullable ModelVersion active, @Nullable ModelVersion newest) {
        return new OverviewFacts(counts, active, newest, List.of(), null);
    }

    static ModelVersion model(ModelState state, @Nullable String reason) {
        return new ModelVersion("v1", state, 768, NOW, null, Map.of(), Map.of(), Map.of("ndcg@10", 0.34), "f", reason);
    }
}
