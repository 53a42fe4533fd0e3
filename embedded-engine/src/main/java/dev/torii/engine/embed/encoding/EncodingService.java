package dev.torii.engine.embed.encoding;

import dev.torii.engine.database.Database;
import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.Jobs;
import dev.torii.engine.jobs.ServingLoad;
import dev.torii.engine.people.HistoryDao;
import dev.torii.models.job.JobKind;
import dev.torii.models.people.Caller;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// Computes vectors with the active model and keeps them in the database.
public final class EncodingService {
    private static final String CLAIM = "torii encoding";

    private final Database database;
    private final Jobs jobs;
    private final Supplier<TowerModel> activeTowers;
    private final ServingLoad load;
    private final Clock clock;
    private final EncodingDao dao = new EncodingDao();
    private final EmbeddingDao embeddings = new EmbeddingDao();
    private final HistoryDao histories = new HistoryDao();
    private final List<Runnable> endListeners = new CopyOnWriteArrayList<>();

    /// @param activeTowers the towers of the active model; throws NO_MODEL when there is none
    /// @param load of the requests that encoding steps aside for
    public EncodingService(
            Database database, Jobs jobs, Supplier<TowerModel> activeTowers, ServingLoad load, Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.activeTowers = activeTowers;
        this.load = load;
        this.clock = clock;
    }

    /// Encodes videos, then users that did anything, with the active model: see [#encode].
    ///
    /// The job fails with CONFLICT while another one runs, in whatever process on this database.
    ///
    /// @param staleOnly only what has no vector of the active model, or changed since
    /// @throws ToriiException NO_MODEL, MODEL_DAMAGED, CONFLICT (the model has another dimension than the
    /// database)
    public Job<EncodingResult> embedAll(boolean staleOnly) {
        TowerModel towers = activeTowers.get();
        EncodingDimension.check(towers);
        return jobs.start(JobKind.EMBED, towers.version(), context -> encode(towers, staleOnly, context));
    }

    /// Encodes videos, then users that did anything, with any registered model, active or not, on this
    /// thread. Batches are a transaction each; what was written stays when it is cancelled or dies, and a
    /// call with `staleOnly` goes on where the last one ended.
    ///
    /// @param staleOnly only what has no vector of this model, or changed since
    /// @throws ToriiException CONFLICT (another encoding runs, in whatever process on this database, or the
    /// model has another dimension than the database), CANCELLED
    public EncodingResult encode(TowerModel towers, boolean staleOnly, JobContext context) {
        EncodingDimension.check(towers);
        try {
            // The transaction does nothing else: its end, however it comes, gives the claim back.
            return database.asService(handle -> {
                if (!dao.claim(handle, CLAIM)) {
                    throw new ToriiException(
                            ErrorCode.CONFLICT,
                            "The catalogue is being encoded already.",
                            "Maybe wait for it, or cancel it: torii jobs list shows which process does it.");
                }
                return new EncodingRun(database, towers, context, staleOnly, load, clock).run();
            });
        } finally {
            endListeners.forEach(Runnable::run);
        }
    }

    /// Computes and stores the user's vector from the history as it is now; everything is read and written
    /// under the caller's role. A person who was never seen before has no history: nothing is stored then.
    ///
    /// When a model is active and none can be loaded, a vector of the history's content alone is given, of a
    /// version `linear`; it is not stored.
    ///
    /// @throws ToriiException FORBIDDEN (another user), NOT_FOUND (the service names a user that does not
    /// exist), NO_MODEL
    public UserVector refreshUser(Caller caller, UUID userId) {
        if (!(caller instanceof Caller.Service) && !caller.equals(new Caller.User(userId))) {
            throw new ToriiException(
                    ErrorCode.FORBIDDEN,
                    "The caller may not compute the vector of the user %s.".formatted(userId),
                    "Maybe leave the user out, or ask with a service token.");
        }
        Optional<TowerModel> loaded = loadedTowers();
        Optional<UserHistory> history = history(caller, userId);
        if (history.isEmpty()) {
            if (caller instanceof Caller.Service) {
                throw new ToriiException(
                        ErrorCode.NOT_FOUND,
                        "There is no user %s.".formatted(userId),
                        "Maybe the id is wrong, or the user was not imported yet.");
            }
            String version = loaded.map(TowerModel::version).orElse(ContentHashVector.VERSION);
            return new UserVector(userId, version, new float[EncodingDimension.STORED], false);
        }
        if (loaded.isEmpty()) {
            float[] vector = ContentHashVector.of(history.get().entries());
            return new UserVector(userId, ContentHashVector.VERSION, vector, false);
        }
        TowerModel towers = loaded.get();
        float[] vector = towers.encodeUsers(List.of(history.get().entries()))[0];
        UserVector computed = history.get().vector(towers.version(), vector);
        return database.asCaller(caller, handle -> {
            embeddings.putUsers(handle, List.of(computed));
            dao.stamp(handle, towers.version(), Map.of(userId, history.get().stamp()));
            return computed;
        });
    }

    /// The videos that could not be encoded and wait for another try, or were given up; newest first.
    public List<FailedVideo> failed(int limit) {
        return database.asService(handle -> new RetryDao().list(handle, limit));
    }

    /// Calls `listener` at the end of a job, before its result is there, however it ended.
    public void onEnd(Runnable listener) {
        endListeners.add(listener);
    }

    /// Empty when a model is active and none can be loaded.
    private Optional<TowerModel> loadedTowers() {
        try {
            TowerModel towers = activeTowers.get();
            EncodingDimension.check(towers);
            return Optional.of(towers);
        } catch (ToriiException e) {
            if (e.code() != ErrorCode.MODEL_DAMAGED) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /// Empty when there is no such user for the caller.
    private Optional<UserHistory> history(Caller caller, UUID userId) {
        return database.asCaller(caller, handle -> {
            List<UUID> user = List.of(userId);
            return Optional.ofNullable(dao.stamps(handle, user).get(userId))
                    .map(stamp -> new UserHistory(
                            userId,
                            stamp,
                            histories
                                    .histories(handle, user, UserHistory.ENTRIES)
                                    .getOrDefault(userId, List.of())));
        });
    }
}
