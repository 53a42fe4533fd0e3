package dev.torii.engine.people;

import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.database.AuditDao;
import dev.torii.engine.database.Database;
import dev.torii.engine.people.UserDao.NewUser;
import dev.torii.models.people.Caller;
import dev.torii.models.people.Decision;
import dev.torii.models.people.DecisionKind;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes and reads likes and skips, under the caller's database role.
public final class LikeService {
    private static final Logger LOG = LoggerFactory.getLogger(LikeService.class);
    private static final int LARGEST_PAGE = 100;

    private final Database database;
    private final Clock clock;
    private final UserDao users = new UserDao();
    private final VideoDao videos = new VideoDao();
    private final DecisionDao decisions = new DecisionDao();
    private final AuditDao audit = new AuditDao();
    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();

    private record Outcome(Instant at, boolean changed) {}

    public LikeService(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Carries `action` out; repeating it changes nothing. A user who is not known yet is created. What the service
    /// does for a user is noted in the audit log.
    ///
    /// @return when the standing decision was made (now, or earlier when it stood already)
    /// @throws ToriiException UNAUTHENTICATED without a caller, FORBIDDEN when the caller may not act for the user,
    /// NOT_FOUND without the video
    public Instant decide(Caller caller, UUID userId, UUID videoId, DecisionAction action) {
        checkActsFor(caller, userId);
        Outcome outcome = database.asCaller(caller, handle -> carryOut(handle, caller, userId, videoId, action));
        if (outcome.changed()) {
            tell(userId);
        }
        return outcome.at();
    }

    /// @param limit 1 to 100
    /// @throws ToriiException UNAUTHENTICATED, FORBIDDEN, INVALID_VALUE
    public LikePage likes(Caller caller, UUID userId, int limit, int offset, boolean newestFirst) {
        checkActsFor(caller, userId);
        if (limit < 1 || limit > LARGEST_PAGE || offset < 0) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "There is no page with limit %d and offset %d.".formatted(limit, offset),
                    "Maybe ask for a limit from 1 to %d and an offset from 0.".formatted(LARGEST_PAGE));
        }
        return database.asCaller(caller, handle -> decisions.likes(handle, userId, limit, offset, newestFirst));
    }

    /// Calls `listener` with the user after each change, on the thread of the change.
    public void onChange(Consumer<UUID> listener) {
        listeners.add(listener);
    }

    private Outcome carryOut(Handle handle, Caller caller, UUID userId, UUID videoId, DecisionAction action) {
        if (!videos.exists(handle, videoId)) {
            throw new ToriiException(
                    ErrorCode.NOT_FOUND,
                    "There is no video %s.".formatted(videoId),
                    "Maybe it was removed from the catalogue.");
        }
        users.insertMissing(handle, List.of(new NewUser(userId, "auth", userId.toString())));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean changed = switch (action) {
            case LIKE -> decisions.put(handle, new Decision(userId, videoId, DecisionKind.LIKE, now));
            case SKIP -> decisions.put(handle, new Decision(userId, videoId, DecisionKind.SKIP, now));
            case UNLIKE -> decisions.remove(handle, userId, videoId, DecisionKind.LIKE);
            case UNSKIP -> decisions.remove(handle, userId, videoId, DecisionKind.SKIP);
        };
        if (changed && caller instanceof Caller.Service) {
            String name = action.name().toLowerCase(Locale.ROOT);
            audit.write(handle, new AuditDao.Entry(now, "service", name, userId, videoId.toString()));
        }
        boolean standing = action == DecisionAction.LIKE || action == DecisionAction.SKIP;
        Instant at = standing ? decisions.decidedAt(handle, userId, videoId).orElse(now) : now;
        return new Outcome(at, changed);
    }

    private void tell(UUID userId) {
        for (Consumer<UUID> listener : listeners) {
            try {
                listener.accept(userId);
            } catch (RuntimeException e) {
                LOG.warn("a listener failed after a decision of user {}; the decision stands", userId, e);
            }
        }
    }

    private static void checkActsFor(Caller caller, UUID userId) {
        switch (caller) {
            case Caller.Service ignored -> {}
            case Caller.User user -> {
                if (!user.userId().equals(userId)) {
                    throw new ToriiException(
                            ErrorCode.FORBIDDEN, "A user may act for itself only.", "Maybe leave user_id out.");
                }
            }
            case Caller.Anonymous ignored ->
                throw new ToriiException(
                        ErrorCode.UNAUTHENTICATED, "Likes need a known caller.", "Maybe send the token of a user.");
        }
    }
}
