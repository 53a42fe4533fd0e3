package dev.torii.engine.embed.registry;

import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
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
    /// @throws ToriiException CONFLICT when the version exists already
    public void insert(Handle handle, ModelVersion model) {
        int added = handle.createUpdate("""
                        insert into public.model (version, state, dimension, created_at, activated_at, files, settings,
                            metrics, data_fingerprint, gate_reason, gate_checks, parent_version, code_version,
                            triggered_by, data_until)
                        values (:version, :state, :dimension, :created, :activated, cast(:files as jsonb),
                            cast(:settings as jsonb), cast(:metrics as jsonb), :fingerprint, :gate,
                            cast(:checks as jsonb), :parent, :code, :trigger, :until)
                        on conflict do nothing
                        """)
                .bind("version", model.version())
                .bind("state", model.state().name())
                .bind("dimension", model.dimension())
                .bind("created", model.createdAt().atOffset(ZoneOffset.UTC))
                .bindByType("activated", time(model.activatedAt()), OffsetDateTime.class)
                .bind("files", ModelRow.json(model.files()))
                .bind("settings", ModelRow.json(model.settings()))
                .bind("metrics", ModelRow.json(model.metrics()))
                .bind("checks", ModelRow.json(model.gateChecks()))
                .bindByType("parent", model.lineage().parent(), String.class)
                .bind("code", model.lineage().codeVersion())
                .bind("trigger", model.lineage().trigger())
                .bindByType("until", time(model.lineage().dataUntil()), OffsetDateTime.class)
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
                .map((row, context) -> ModelRow.read(row))
                .list();
    }

    public Optional<ModelVersion> find(Handle handle, String version) {
        return handle.createQuery("select * from public.model where version = :version")
                .bind("version", version)
                .map((row, context) -> ModelRow.read(row))
                .findOne();
    }

    public Optional<ModelVersion> active(Handle handle) {
        return handle.createQuery("select * from public.model where state = 'ACTIVE'")
                .map((row, context) -> ModelRow.read(row))
                .findOne();
    }

    /// The versions that were active and are no more, the one that was activated last first.
    public List<ModelVersion> retired(Handle handle) {
        return handle.createQuery("""
                        select * from public.model where state = 'RETIRED' and activated_at is not null
                        order by activated_at desc, version desc
                        """).map((row, context) -> ModelRow.read(row)).list();
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
                .map((row, context) -> ModelRow.read(row))
                .one();
    }

    /// Makes `to` active in the place of `from`, which is not come back to: it loses the moment of its activation.
    ///
    /// @return `to`; also when somebody else has rolled back from `from` to it already
    /// @throws ToriiException CONFLICT when another version became active in between
    public ModelVersion rollback(Handle handle, String from, String to) {
        handle.execute("lock table public.model in share row exclusive mode");
        String present = active(handle).map(ModelVersion::version).orElse("");
        if (!present.equals(from) && !present.equals(to)) {
            throw new ToriiException(
                    ErrorCode.CONFLICT,
                    "The model %s became active while %s was rolled back.".formatted(present, from),
                    "Maybe look at `torii models list`, and roll back from that one if need be.");
        }
        ModelVersion active = activate(handle, to, null);
        handle.createUpdate("update public.model set activated_at = null where version = :from and state = 'RETIRED'")
                .bind("from", from)
                .execute();
        return active;
    }

    /// The versions that were active and were rolled back since, newest first.
    public List<ModelVersion> rolledBack(Handle handle) {
        return handle.createQuery("""
                        select * from public.model where state = 'RETIRED' and activated_at is null
                        order by created_at desc, version desc
                        """).map((row, context) -> ModelRow.read(row)).list();
    }

    /// Keeps the weights of the linear model that was fitted beside a version.
    void keepSimpleWeights(Handle handle, String version, Map<String, Double> weights) {
        handle.createUpdate("""
                        update public.model set simple_weights = cast(:weights as jsonb) where version = :version
                        """)
                .bind("version", version)
                .bindByType("weights", weights.isEmpty() ? null : ModelRow.json(weights), String.class)
                .execute();
    }

    /// Those of the active version, else of the newest one that has some; empty when none has.
    Map<String, Double> simpleWeights(Handle handle) {
        return handle.createQuery("""
                        select simple_weights from public.model where jsonb_typeof(simple_weights) = 'object'
                        order by (state = 'ACTIVE') desc, created_at desc limit 1
                        """)
                .map((row, context) -> ModelRow.numbers(row.getString("simple_weights")))
                .findOne()
                .orElse(Map.of());
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

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
