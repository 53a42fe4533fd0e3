package dev.torii.engine.embed.encoding;

import dev.torii.engine.database.Database;
import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.ServingLoad;
import dev.torii.engine.people.HistoryDao;
import dev.torii.engine.people.InteractionDao;
import dev.torii.models.people.HistoryEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Encodes the users that did anything, in the order of the ids.
final class UserEncoding {
    private static final int PAGE = 128;
    private static final int THREADS = 2;

    private final Database database;
    private final TowerModel towers;
    private final JobContext context;
    private final boolean staleOnly;
    private final BiConsumer<UUID, String> failures;
    private final EncodingDao dao = new EncodingDao();
    private final EmbeddingDao embeddings = new EmbeddingDao();
    private final InteractionDao interactions = new InteractionDao();
    private final HistoryDao historyDao = new HistoryDao();
    private final AtomicLong encoded = new AtomicLong();
    private @Nullable UUID last;

    /// @param failures told each user that could not be encoded, and why
    UserEncoding(
            Database database,
            TowerModel towers,
            JobContext context,
            boolean staleOnly,
            BiConsumer<UUID, String> failures) {
        this.database = database;
        this.towers = towers;
        this.context = context;
        this.staleOnly = staleOnly;
        this.failures = failures;
    }

    /// @return how many users got a vector
    long run(ServingLoad load) {
        context.begin("embed.users", database.asService(context.cancellation(), dao::countActiveUsers), "users");
        AtomicLong done = new AtomicLong();
        new PageWorkers(THREADS, load, context).run(this::next, page -> {
            encoded.addAndGet(encode(page));
            context.progress(done.addAndGet(page.looked()));
        });
        return encoded.get();
    }

    private int encode(Page page) {
        List<UserVector> vectors = new ArrayList<>();
        Map<UUID, String> stamps = new HashMap<>();
        BatchEncoder encoder = new BatchEncoder(
                towers.version(),
                towers.dimension(),
                (item, reason) -> failures.accept(((UserHistory) item).userId(), reason));
        for (BatchEncoder.Encoded<UserHistory> result : encoder.encode(
                page.users(),
                batch -> towers.encodeUsers(
                        batch.stream().map(UserHistory::entries).toList()))) {
            vectors.add(result.item().vector(towers.version(), result.vector()));
            stamps.put(result.item().userId(), result.item().stamp());
        }
        return database.asService(context.cancellation(), handle -> {
            embeddings.putUsers(handle, vectors);
            dao.stamp(handle, towers.version(), stamps);
            return vectors.size();
        });
    }

    private Optional<Page> next() {
        Page page = database.asService(context.cancellation(), handle -> {
            List<UUID> ids = interactions.activeUsers(handle, last, PAGE);
            Map<UUID, String> stamps = dao.stamps(handle, ids);
            if (staleOnly) {
                Map<UUID, String> present = dao.encodedStamps(handle, towers.version(), ids);
                stamps.entrySet().removeIf(entry -> entry.getValue().equals(present.get(entry.getKey())));
            }
            Map<UUID, List<HistoryEntry>> histories =
                    historyDao.histories(handle, stamps.keySet(), UserHistory.ENTRIES);
            List<UserHistory> users = stamps.entrySet().stream()
                    .map(entry -> new UserHistory(
                            entry.getKey(), entry.getValue(), histories.getOrDefault(entry.getKey(), List.of())))
                    .toList();
            return new Page(users, ids.size(), ids.isEmpty() ? null : ids.getLast());
        });
        last = page.last() == null ? last : page.last();
        return page.looked() == 0 ? Optional.empty() : Optional.of(page);
    }

    /// @param looked users that were looked at, the fresh ones among them
    private record Page(
            List<UserHistory> users, int looked, @Nullable UUID last) {}
}
