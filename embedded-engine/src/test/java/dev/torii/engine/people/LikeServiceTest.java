package dev.torii.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.catalog.Videos;
import dev.torii.engine.database.AuditDao;
import dev.torii.engine.database.Database;
import dev.torii.engine.database.FreshDatabase;
import dev.torii.engine.database.SchemaVariant;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.Caller;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.InteractionKind;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
class LikeServiceTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Video ONE = Videos.full("1", "one");
    private static final Video TWO = Videos.bare("2", "two");

    private final UUID user = UUID.randomUUID();
    private final Caller self = new Caller.User(user);

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

    private LikeService at(Instant time) {
        database.useService(handle -> new VideoDao().upsert(handle, List.of(ONE, TWO)));
        return new LikeService(database, Clock.fixed(time, ZoneOffset.UTC));
    }

    @Test
    void aLikeOfANewUserStandsAndRepeatingItChangesNothing() {
        List<UUID> told = new ArrayList<>();
        LikeService likes = at(NOON);
        likes.onChange(told::add);
        assertThat(likes.decide(self, user, ONE.id(), DecisionAction.LIKE)).isEqualTo(NOON);
        LikeService later = at(NOON.plus(Duration.ofHours(1)));
        later.onChange(told::add);
        assertThat(later.decide(self, user, ONE.id(), DecisionAction.LIKE)).isEqualTo(NOON);
        assertThat(told).containsExactly(user);
        assertThat(later.likes(self, user, 10, 0, true))
                .isEqualTo(new LikePage(List.of(new LikePage.LikedVideo(ONE, NOON)), 1));
        assertThat(new PeopleService(database).find(user.toString()))
                .hasValueSatisfying(found -> assertThat(found.source()).isEqualTo("auth"));
    }

    @Test
    void theHistoryFollowsChangesOfMind() {
        UUID fickle = UUID.randomUUID();
        Caller caller = new Caller.User(fickle);
        at(NOON).decide(caller, fickle, ONE.id(), DecisionAction.LIKE);
        at(NOON.plusSeconds(1)).decide(caller, fickle, ONE.id(), DecisionAction.SKIP);
        assertThat(history(fickle))
                .containsExactly(new HistoryEntry(ONE, InteractionKind.SKIP, 0, NOON.plusSeconds(1)));
        at(NOON.plusSeconds(2)).decide(caller, fickle, ONE.id(), DecisionAction.UNLIKE);
        assertThat(history(fickle)).hasSize(1);
        at(NOON.plusSeconds(3)).decide(caller, fickle, ONE.id(), DecisionAction.UNSKIP);
        assertThat(history(fickle)).isEmpty();
        assertThat(at(NOON).likes(caller, fickle, 10, 0, true).total()).isZero();
    }

    @Test
    void pagesAreOrderedByTimeBothWays() {
        UUID reader = UUID.randomUUID();
        Caller caller = new Caller.User(reader);
        at(NOON).decide(caller, reader, ONE.id(), DecisionAction.LIKE);
        at(NOON.plusSeconds(9)).decide(caller, reader, TWO.id(), DecisionAction.LIKE);
        LikeService likes = at(NOON);
        assertThat(likes.likes(caller, reader, 1, 0, true).likes())
                .extracting(like -> like.video().id())
                .containsExactly(TWO.id());
        assertThat(likes.likes(caller, reader, 1, 1, true).likes())
                .extracting(like -> like.video().id())
                .containsExactly(ONE.id());
        assertThat(likes.likes(caller, reader, 2, 0, false).likes())
                .extracting(like -> like.video().id())
                .containsExactly(ONE.id(), TWO.id());
        assertThat(likes.likes(caller, reader, 1, 5, true)).isEqualTo(new LikePage(List.of(), 2));
    }

    @Test
    void theServiceActsForAnyUserAndLeavesATrace() {
        UUID other = UUID.randomUUID();
        at(NOON).decide(Caller.SERVICE, other, ONE.id(), DecisionAction.LIKE);
        at(NOON).decide(self, user, TWO.id(), DecisionAction.LIKE);
        assertThat(audit(other))
                .containsExactly(new AuditDao.Entry(
                        NOON, "service", "like", other, ONE.id().toString()));
        assertThat(audit(user)).isEmpty();
    }

    @Test
    void aListenerThatFailsDoesNotUndoTheDecision() {
        LikeService likes = at(NOON);
        likes.onChange(changed -> {
            throw new IllegalStateException("listener");
        });
        UUID calm = UUID.randomUUID();
        likes.decide(new Caller.User(calm), calm, ONE.id(), DecisionAction.SKIP);
        assertThat(history(calm)).hasSize(1);
    }

    @Test
    void whoMayNotIsRefused() {
        LikeService likes = at(NOON);
        UUID other = UUID.randomUUID();
        assertRefused(ErrorCode.FORBIDDEN, () -> likes.decide(self, other, ONE.id(), DecisionAction.LIKE));
        assertRefused(ErrorCode.FORBIDDEN, () -> likes.likes(self, other, 10, 0, true));
        assertRefused(
                ErrorCode.UNAUTHENTICATED, () -> likes.decide(Caller.ANONYMOUS, other, ONE.id(), DecisionAction.LIKE));
        assertRefused(ErrorCode.NOT_FOUND, () -> likes.decide(self, user, UUID.randomUUID(), DecisionAction.LIKE));
        assertRefused(ErrorCode.INVALID_VALUE, () -> likes.likes(self, user, 0, 0, true));
        assertRefused(ErrorCode.INVALID_VALUE, () -> likes.likes(self, user, 101, 0, true));
        assertThat(new PeopleService(database).find(other.toString())).isEmpty();
    }

    private static void assertRefused(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ToriiException.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    private List<HistoryEntry> history(UUID of) {
        return new PeopleService(database).history(of, 10);
    }

    private List<AuditDao.Entry> audit(UUID of) {
        return database.asService(handle -> new AuditDao().ofUser(handle, of, 10));
    }
}
