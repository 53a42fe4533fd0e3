package dev.torii.engine;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the engine needs to know. Immutable; a section for each part.
///
/// @param home the folder under which everything is written
public record EngineConfig(
        Path home,
        DatabaseConfig database,
        DmmConfig dmm,
        IndexConfig index,
        TrainingConfig training,
        ServingConfig serving,
        ScheduleConfig schedule) {

    /// The defaults: the embedded database under `home`.
    public static EngineConfig defaults(Path home) {
        return new EngineConfig(
                home,
                DatabaseConfig.DEFAULT,
                DmmConfig.DEFAULT,
                IndexConfig.DEFAULT,
                TrainingConfig.DEFAULT,
                ServingConfig.DEFAULT,
                ScheduleConfig.DEFAULT);
    }

    public EngineConfig withHome(Path changed) {
        return new EngineConfig(changed, database, dmm, index, training, serving, schedule);
    }

    public EngineConfig withDatabase(DatabaseConfig changed) {
        return new EngineConfig(home, changed, dmm, index, training, serving, schedule);
    }

    public EngineConfig withDmm(DmmConfig changed) {
        return new EngineConfig(home, database, changed, index, training, serving, schedule);
    }

    public EngineConfig withTraining(TrainingConfig changed) {
        return new EngineConfig(home, database, dmm, index, changed, serving, schedule);
    }

    public EngineConfig withSchedule(ScheduleConfig changed) {
        return new EngineConfig(home, database, dmm, index, training, serving, changed);
    }

    /// @param url JDBC address of a PostgreSQL; null: the embedded one
    /// @param poolSize connections of each of the two pools
    /// @param embeddedPort port of the embedded PostgreSQL; 0: any free one
    /// @param binariesDir where the embedded PostgreSQL unpacks its programs; null: under the home folder
    /// @param pgvectorDir folder with pgvector's library and control files for the embedded PostgreSQL; null:
    /// none
    public record DatabaseConfig(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            int poolSize,
            int embeddedPort,
            @Nullable Path binariesDir,
            @Nullable Path pgvectorDir) {
        public static final DatabaseConfig DEFAULT = new DatabaseConfig(null, null, null, 8, 0, null, null);

        @Override
        public String toString() {
            String shown = url == null ? "" : url.replaceAll("(?i)(password=)[^&]+", "$1***");
            return "DatabaseConfig[url=" + shown + ", user=" + user + ", password=***, poolSize=" + poolSize + "]";
        }
    }

    /// @param requestsPerSecond upper bound of the request rate
    public record DmmConfig(
            URI baseUrl, @Nullable String apiId, @Nullable String affiliateId, double requestsPerSecond, String site) {
        public static final DmmConfig DEFAULT =
                new DmmConfig(URI.create("https://api.dmm.com/affiliate/v3/"), null, null, 1.0, "DMM.com");

        @Override
        public String toString() {
            return "DmmConfig[baseUrl=" + baseUrl + ", apiId=***, affiliateId=***, site=" + site + "]";
        }
    }

    /// @param kind `memory` (in this process)
    /// @param rescore candidates of the int8 scan that are rescored in float32
    public record IndexConfig(String kind, int rescore) {
        public static final IndexConfig DEFAULT = new IndexConfig("memory", 400);
    }

    /// @param epochs passes over the data; 0: as many as suit its amount
    /// @param dimension of the vectors
    /// @param temperature of the softmax over cosines
    /// @param minRating a rating counts as a like from here
    public record TrainingConfig(
            long seed,
            int epochs,
            int batchSize,
            int dimension,
            double learningRate,
            double temperature,
            double minRating) {
        public static final TrainingConfig DEFAULT = new TrainingConfig(7, 0, 0, 768, 0.002, 0.15, 4.0);
    }

    /// Work that repeats by itself, as cron expressions (see [dev.torii.engine.schedule.CronExpression]).
    ///
    /// @param train when the towers are trained
    /// @param embed when everything that is stale is encoded
    /// @param timeZone in which the expressions are meant
    public record ScheduleConfig(String train, String embed, String timeZone) {
        public static final ScheduleConfig DEFAULT = new ScheduleConfig("0 4 * * SUN", "30 3 * * *", "Asia/Tokyo");
    }

    /// @param nativeDir folder of TensorFlow's natives; null: `torii.native.dir` or TensorFlow's own search
    /// @param keepVersions how many model versions keep their vectors in the database, the active one among them,
    /// at least 2: a rollback answers at once
    /// @param storageUrl Supabase project (or its Storage) that exports are uploaded to; null: none
    /// @param storageKey service key of that project
    /// @param reloadHookUrl asked by POST to load a version after its export; null: nobody is
    /// @param reloadHookToken bearer token for the hook; null: none is sent
    public record ServingConfig(
            @Nullable Path nativeDir,
            int keepVersions,
            @Nullable URI storageUrl,
            @Nullable String storageKey,
            @Nullable URI reloadHookUrl,
            @Nullable String reloadHookToken) {
        public static final ServingConfig DEFAULT = new ServingConfig(null, 2, null, null, null, null);

        @Override
        public String toString() {
            return "ServingConfig[nativeDir=" + nativeDir + ", keepVersions=" + keepVersions + ", storageUrl="
                    + storageUrl + ", storageKey=***, reloadHookUrl=" + reloadHookUrl + ", reloadHookToken=***]";
        }
    }
}
