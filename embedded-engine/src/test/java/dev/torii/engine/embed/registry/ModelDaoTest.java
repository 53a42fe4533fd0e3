package dev.torii.engine.embed.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.database.Database;
import dev.torii.engine.database.FreshDatabase;
import dev.torii.engine.database.SchemaVariant;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(SchemaVariant.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelDaoTest {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private final ModelDao models = new ModelDao();

    @Parameter
    @SuppressWarnings("NullAway.Init")
    private SchemaVariant variant;

    @SuppressWarnings("NullAway.Init")
    private FreshDatabase fresh;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @BeforeParameterizedClassInvocation
    void open() {
        fresh = FreshDatabase.of(variant);
        database = fresh.open();
    }

    @AfterParameterizedClassInvocation
    void drop() {
        database.close();
        fresh.close();
    }

    @BeforeEach
    void empty() {
        database.useService(handle -> handle.execute("delete from model"));
    }

    @Test
    void aVersionIsReadAsItWasWritten() {
        ModelVersion model = insert("a", 0);
        assertThat(list()).containsExactly(model);
        assertThatThrownBy(() -> insert("a", 0))
                .isInstanceOfSatisfying(
                        ToriiException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void oneIsActiveAndTheOthersAreRememberedInOrder() {
        insert("a", 0);
        insert("b", 1);
        insert("c", 2);
        activate("a", 10);
        activate("b", 11);
        ModelVersion active = activate("c", 12);
        assertThat(active.state()).isEqualTo(ModelState.ACTIVE);
        assertThat(active.activatedAt()).isEqualTo(START.plusSeconds(12));
        database.useService(handle -> {
            assertThat(models.active(handle)).contains(active);
            assertThat(models.retired(handle)).extracting(ModelVersion::version).containsExactly("b", "a");
        });
        assertThat(list()).extracting(ModelVersion::version).containsExactly("c", "b", "a");
        assertThat(activate("c", 99)).isEqualTo(active);
    }

    @Test
    void anUnknownOneIsRefusedAndTheActiveOneStays() {
        insert("a", 0);
        activate("a", 1);
        assertThatThrownBy(() -> activate("z", 2))
                .isInstanceOfSatisfying(
                        ToriiException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.NOT_FOUND));
        database.useService(handle -> {
            assertThat(models.active(handle)).isPresent();
            assertThat(models.delete(handle, "a")).isFalse();
        });
    }

    private ModelVersion insert(String version, long second) {
        ModelVersion model = new ModelVersion(
                version,
                ModelState.CANDIDATE,
                768,
                START.plusSeconds(second),
                null,
                Map.of("model/saved_model.pb", "00ff"),
                Map.of("epochs", "12"),
                Map.of("ndcg@10", 0.412),
                "fingerprint",
                "passed");
        database.useService(handle -> models.insert(handle, model));
        return model;
    }

    private ModelVersion activate(String version, long second) {
        return database.asService(handle -> models.activate(handle, version, START.plusSeconds(second)));
    }

    private List<ModelVersion> list() {
        return database.asService(models::list);
    }
}
