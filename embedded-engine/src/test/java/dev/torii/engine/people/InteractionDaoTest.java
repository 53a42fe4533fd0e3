package dev.torii.engine.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.catalog.Videos;
import dev.torii.engine.database.Database;
import dev.torii.engine.database.FreshDatabase;
import dev.torii.engine.database.SchemaVariant;
import dev.torii.engine.people.UserDao.NewUser;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.Decision;
import dev.torii.models.people.DecisionKind;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.Interaction;
import dev.torii.models.people.InteractionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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
class InteractionDaoTest {
    private static final UUID ANNA = SourceIds.user("csv", "anna");
    private static final UUID BERT = SourceIds.user("csv", "bert");
    private static final double LIKE_FROM = 4;

    private final InteractionDao interactions = new InteractionDao();
    private final DecisionDao decisions = new DecisionDao();

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

    @BeforeEach
    void fill() {
        database.useService(handle -> {
            handle.execute("delete from app_user");
            new VideoDao().upsert(handle, List.of(Videos.full("1", "a"), Videos.bare("2", "b"), Videos.bare("3", "c")));
            new UserDao()
                    .insertMissing(handle, List.of(new NewUser(ANNA, "csv", "anna"), new NewUser(BERT, "csv", "bert")));
        });
    }

    @Test
    void aRepetitionIsNotNew() {
        List<Interaction> batch = List.of(rating(ANNA, "1", 5, 10), rating(ANNA, "1", 5, 10), view(ANNA, "2", 0.7, 11));
        assertThat(insert(batch)).isEqualTo(2);
        assertThat(insert(batch)).isZero();
    }

    @Test
    void theNewestRatingLikeOrSkipStands() {
        insert(List.of(
                rating(ANNA, "1", 5, 10), rating(ANNA, "1", 1, 20), rating(ANNA, "2", 3, 10), skip(ANNA, "3", 10)));
        assertThat(standing(ANNA))
                .containsExactlyInAnyOrder(
                        new Decision(ANNA, video("1"), DecisionKind.SKIP, at(20)),
                        new Decision(ANNA, video("3"), DecisionKind.SKIP, at(10)));
        insert(List.of(rating(ANNA, "1", 4, 15), rating(ANNA, "3", 4, 30)));
        assertThat(standing(ANNA))
                .containsExactlyInAnyOrder(
                        new Decision(ANNA, video("1"), DecisionKind.SKIP, at(20)),
                        new Decision(ANNA, video("3"), DecisionKind.LIKE, at(30)));
    }

    @Test
    void positivesAreOrderedByTimeOncePerVideoWithoutSkipped() {
        insert(List.of(
                rating(ANNA, "2", 4, 30),
                view(ANNA, "1", 0.5, 20),
                rating(ANNA, "1", 5, 40),
                view(ANNA, "3", 0.4, 5),
                rating(BERT, "1", 3.5, 10),
                purchase(BERT, "3", 0),
                rating(BERT, "2", 5, 50),
                skip(BERT, "2", 60)));
        InteractionSet set = positives(null);
        int anna = set.userKeys().indexOf(ANNA.toString());
        int bert = set.userKeys().indexOf(BERT.toString());
        assertThat(set.userCount()).isEqualTo(2);
        assertThat(set.itemCount()).isEqualTo(3);
        assertThat(row(set, anna)).containsExactly("1@20", "2@30");
        assertThat(row(set, bert)).containsExactly("3@0");
        InteractionSet before = positives(55L);
        assertThat(row(before, before.userKeys().indexOf(BERT.toString()))).containsExactly("3@0", "2@50");
        assertThat(row(positives(25L), 0)).hasSize(1);
    }

    @Test
    void historiesAreNewestFirstAndLimitedForEachUser() {
        insert(List.of(rating(ANNA, "1", 5, 10), view(ANNA, "2", 1, 30), skip(ANNA, "3", 20), rating(BERT, "1", 2, 7)));
        Map<UUID, List<HistoryEntry>> histories =
                database.asService(handle -> interactions.histories(handle, List.of(ANNA, BERT), 2));
        assertThat(histories.get(ANNA))
                .extracting(HistoryEntry::kind)
                .containsExactly(InteractionKind.VIEW, InteractionKind.SKIP);
        assertThat(histories.get(BERT))
                .containsExactly(new HistoryEntry(Videos.full("1", "a"), InteractionKind.RATING, 2, at(7)));
        assertThat(database.<List<UUID>, RuntimeException>asService(
                        handle -> interactions.activeUsers(handle, null, 9)))
                .containsExactlyInAnyOrder(ANNA, BERT);
    }

    @Test
    void aHundredThousandInteractionsTakeSeconds() {
        List<NewUser> users = new ArrayList<>();
        List<Interaction> batch = new ArrayList<>();
        for (int u = 0; u < 1_000; u++) {
            NewUser user = new NewUser(SourceIds.user("csv", "u" + u), "csv", "u" + u);
            users.add(user);
            for (int i = 0; i < 100; i++) {
                batch.add(rating(user.id(), String.valueOf(1 + i % 3), 1 + i % 5, 1_000_000 + i));
            }
        }
        long start = System.nanoTime();
        database.useService(handle -> {
            new UserDao().insertMissing(handle, users);
            for (int from = 0; from < batch.size(); from += 10_000) {
                assertThat(interactions.insert(handle, batch.subList(from, from + 10_000), LIKE_FROM))
                        .isEqualTo(10_000);
            }
        });
        assertThat(System.nanoTime() - start).isLessThan(60_000_000_000L);
        assertThat(positives(null).userCount()).isEqualTo(1_000);
    }

    private static List<String> row(InteractionSet set, int user) {
        List<String> row = new ArrayList<>();
        for (int i = set.rowStarts()[user]; i < set.rowStarts()[user + 1]; i++) {
            Video video = set.videos().get(set.items()[i]);
            row.add(video.externalId() + "@" + set.epochSeconds()[i]);
        }
        return row;
    }

    private int insert(List<Interaction> batch) {
        return database.asService(handle -> interactions.insert(handle, batch, LIKE_FROM));
    }

    private InteractionSet positives(@Nullable Long before) {
        return database.asService(handle -> interactions.positives(handle, LIKE_FROM, before));
    }

    private List<Decision> standing(UUID user) {
        return database.asService(handle -> decisions.ofUser(handle, user));
    }

    private static Interaction rating(UUID user, String video, double stars, long second) {
        return new Interaction(user, video(video), InteractionKind.RATING, stars, at(second));
    }

    private static Interaction view(UUID user, String video, double share, long second) {
        return new Interaction(user, video(video), InteractionKind.VIEW, share, at(second));
    }

    private static Interaction purchase(UUID user, String video, long second) {
        return new Interaction(user, video(video), InteractionKind.PURCHASE, 1, at(second));
    }

    private static Interaction skip(UUID user, String video, long second) {
        return new Interaction(user, video(video), InteractionKind.SKIP, 0, at(second));
    }

    private static UUID video(String externalId) {
        return SourceIds.video("csv", externalId);
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
