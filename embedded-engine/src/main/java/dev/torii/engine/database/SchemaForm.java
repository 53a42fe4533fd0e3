package dev.torii.engine.database;

import java.util.Optional;

/// How vectors are stored: `real[]` with a length check (portable), or pgvector's own type.
///
/// @param extension the installed pgvector; empty in the portable form
record SchemaForm(Optional<PgvectorExtension> extension) {
    static final SchemaForm PORTABLE = new SchemaForm(Optional.empty());
    static final int DIMENSION = 768;

    boolean hasPgvector() {
        return extension.isPresent();
    }

    String name() {
        return hasPgvector() ? "pgvector" : "portable";
    }

    /// The definition of a column that holds a vector.
    String column() {
        return extension
                .map(found -> "%s.vector(%d) not null".formatted(found.quotedSchema(), DIMENSION))
                .orElse(
                        "real[] not null check (cardinality(embedding) = %d and array_position(embedding, null) is null)"
                                .formatted(DIMENSION));
    }

    /// The operator class of a cosine index; empty when there can be none.
    String operatorClass() {
        return extension
                .filter(PgvectorExtension::hasHnsw)
                .map(found -> found.quotedSchema() + ".vector_cosine_ops")
                .orElse("");
    }
}
