package dev.torii.engine.database;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The two forms of the schema. The pgvector one needs a built pgvector, in the folder that `TORII_PGVECTOR_DIR`
/// names; without it its tests are skipped, and fail where `CI` is `true`.
public enum SchemaVariant {
    PORTABLE,
    PGVECTOR;

    @Nullable
    Path pgvectorDir() {
        if (this == PORTABLE) {
            return null;
        }
        String folder = System.getenv("TORII_PGVECTOR_DIR");
        if (folder == null || folder.isBlank()) {
            String missing = "TORII_PGVECTOR_DIR names no folder with pgvector; .ci/pgvector makes one";
            if ("true".equals(System.getenv("CI"))) {
                fail(missing);
            }
            abort(missing);
        }
        return Path.of(folder);
    }
}
