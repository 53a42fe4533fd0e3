package dev.torii.engine.embed.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// SQL of model versions.
public final class ModelDao {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> NUMBERS = new TypeReference<>() {};

    /// @throws ToriiException CONFLICT when the version exists already
    public void insert(Handle handle, ModelVersion model) {
        int added = handle.createUpdate("""
                        insert into public.model (version, state, dimension, created_at, activated_at, files, settings,
                            metrics, data_fingerprint, gate_reason)
                        values (:version, :state, :dimension, :created, :activated, cast(:files as jsonb),
                            cast(:settings as jsonb), cast(:metrics as jsonb), :fingerprint, :gate)
                        on conflict do nothing
                        """)
                .bind("version", model.version())
                .bind("state", model.state().name())
                .bind("dimension", model.dimension())
                .bind("created", model.createdAt().atOffset(ZoneOffset.UTC))
                .bindByType("activated", time(model.activatedAt()), OffsetDateTime.class)
                .bind("files", json(model.files()))
                .bind("settings", json(model.settings()))
                .bind("metrics", json(model.metrics()))
                .bind("fingerprint", model.dataFingerprint())
                .bindByType("gate", model.gateReason(), String.class)
                .execute();
        if (added == 0) {
            throw new ToriiException(
                    ErrorCode.CONFLICT,
                    "The model %s cannot be registered as %s: it, or another active one, is there already."
                            .formatted(model.version(), model.state()),
                    "Maybe register it as a candidate and activate it then.");
        }
    }

    /// Newest first.
    public List<ModelVersion> list(Handle handle) {
        return handle.createQuery("select * from public.model order by created_at desc, version desc")
                .map((row, context) -> model(row))
                .list();
    }

    public Optional<ModelVersion> find(Handle handle, String version) {
        return handle.createQuery("select * from public.model where version = :version")
                .bind("version", version)
                .map((row, context) -> model(row))
                .findOne();
    }

    public Optional<ModelVersion> active(Handle handle) {
        return handle.createQuery("select * from public.model where state = 'ACTIVE'")
                .map((row, context) -> model(row))
                .findOne();
    }

    /// The version that was active before the present one.
    public Optional<ModelVersion> previous(Handle handle) {
        return handle.createQuery("""
                        select * from public.model where state = 'RETIRED' and activated_at is not null
                        order by activated_at desc limit 1
                        """).map((row, context) -> model(row)).findOne();
    }

    /// The versions that were active and are no more, the one that was activated last first.
    public List<ModelVersion> retired(Handle handle) {
        return handle.createQuery("""
                        select * from public.model where state = 'RETIRED' and activated_at is not null
                        order by activated_at desc, version desc
                        """).map((row, context) -> model(row)).list();
    }

    /// Retires the active version and makes `version` active, both or neither: two that activate at the same time
    /// come one after the other. A version that is active already stays as it is.
    ///
    /// @param at the moment to note; null: that of its earlier activation stays, as befits a rollback
    /// @throws ToriiException NOT_FOUND
    public ModelVersion activate(Handle handle, String version, @Nullable Instant at) {
        handle.execute("lock table public.model in share row exclusive mode");
        ModelVersion wanted = find(handle, version)
                .orElseThrow(() -> new ToriiException(
                        ErrorCode.NOT_FOUND,
                        "There is no model %s.".formatted(version),
                        "Maybe `torii models list` shows the one you mean."));
        if (wanted.state() == ModelState.ACTIVE) {
            return wanted;
        }
        handle.createUpdate("update public.model set state = 'RETIRED' where state = 'ACTIVE'")
                .execute();
        return handle.createQuery("""
                        update public.model set state = 'ACTIVE', activated_at = coalesce(:at, activated_at)
                        where version = :version returning *
                        """)
                .bind("version", version)
                .bindByType("at", time(at), OffsetDateTime.class)
                .map((row, context) -> model(row))
                .one();
    }

    /// Removes a version with all of its vectors.
    ///
    /// @return whether there was one
    public boolean delete(Handle handle, String version) {
        return handle.createUpdate("delete from public.model where version = :version and state <> 'ACTIVE'")
                        .bind("version", version)
                        .execute()
                > 0;
    }

    private static ModelVersion model(ResultSet row) throws SQLException {
        OffsetDateTime activated = row.getObject("activated_at", OffsetDateTime.class);
        return new ModelVersion(
                row.getString("version"),
                ModelState.valueOf(row.getString("state")),
                row.getInt("dimension"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                activated == null ? null : activated.toInstant(),
                read(row.getString("files"), TEXTS),
                read(row.getString("settings"), TEXTS),
                read(row.getString("metrics"), NUMBERS),
                row.getString("data_fingerprint"),
                row.getString("gate_reason"));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static String json(Map<String, ?> map) {
        try {
            return JSON.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts and numbers is always JSON", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) throws SQLException {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new SQLException("a column of the model table holds no map", e);
        }
    }
}
