package dev.torii.engine.embed.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.torii.models.embedding.GateCheck;
import dev.torii.models.embedding.ModelLineage;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One row of the model table. A column that does not hold what it should is read as empty and named in
/// [ModelVersion#damage]: one damaged row hides no other version.
final class ModelRow {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<List<GateCheck>> CHECKS = new TypeReference<>() {};

    private final ResultSet row;
    private final List<String> damaged = new ArrayList<>();

    private ModelRow(ResultSet row) {
        this.row = row;
    }

    static ModelVersion read(ResultSet row) throws SQLException {
        return new ModelRow(row).version();
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts, numbers and records of them are always JSON", e);
        }
    }

    /// Names and numbers; empty where it holds anything else.
    static Map<String, Double> numbers(String json) {
        try {
            Map<String, Double> value = JSON.readValue(json, NUMBERS);
            return holdsNothing(value) ? Map.of() : Map.copyOf(value);
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }

    private ModelVersion version() throws SQLException {
        Map<String, String> files = column("files", TEXTS, Map.of());
        Map<String, String> settings = column("settings", TEXTS, Map.of());
        Map<String, Double> metrics = column("metrics", NUMBERS, Map.of());
        List<GateCheck> checks = column("gate_checks", CHECKS, List.of());
        return new ModelVersion(
                row.getString("version"),
                ModelState.valueOf(row.getString("state")),
                row.getInt("dimension"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant("activated_at"),
                files,
                settings,
                metrics,
                row.getString("data_fingerprint"),
                row.getString("gate_reason"),
                checks,
                new ModelLineage(
                        row.getString("parent_version"),
                        row.getString("code_version"),
                        row.getString("triggered_by"),
                        instant("data_until")),
                damaged.isEmpty() ? null : "The registry's row is damaged in " + String.join(", ", damaged) + ".");
    }

    private @Nullable Instant instant(String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private <T> T column(String name, TypeReference<T> type, T empty) throws SQLException {
        try {
            T value = JSON.readValue(row.getString(name), type);
            if (value != null && !holdsNothing(value)) {
                return value;
            }
        } catch (JsonProcessingException e) {
            // named below: what it holds instead is of no use to anybody
        }
        damaged.add(name);
        return empty;
    }

    /// A null among the values, which JSON allows and no version has.
    private static boolean holdsNothing(Object value) {
        return value instanceof Map<?, ?> map
                ? map.containsValue(null)
                : value instanceof List<?> list && list.stream().anyMatch(Objects::isNull);
    }
}
