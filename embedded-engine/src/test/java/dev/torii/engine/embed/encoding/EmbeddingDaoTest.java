package dev.torii.engine.embed.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.catalog.StoredVideo;
import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.catalog.Videos;
import dev.torii.engine.database.ChangeMark;
import dev.torii.engine.database.Database;
import dev.torii.engine.database.FreshDatabase;
import dev.torii.engine.database.SchemaVariant;
import dev.torii.engine.people.UserDao;
import dev.torii.engine.people.UserDao.NewUser;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
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
class EmbeddingDaoTest {
    private static final String MODEL = "m1";
    private static final int DIMENSION = 768;

    private final EmbeddingDao embeddings = new EmbeddingDao();
    private final VideoDao videos = new VideoDao();
    private final Random random = new Random(7);

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
            handle.execute("delete from video");
            handle.execute("delete from model");
            for (String version : List.of(MODEL, "m2")) {
                handle.execute(
                        "insert into model values (?, 'CANDIDATE', 768, now(), null, '{}', '{}', '{}', 'f')", version);
            }
            videos.upsert(handle, List.of(Videos.full("1", "one"), Videos.bare("2", "two")));
        });
    }

    @Test
    void vectorsComeBackBitForBitAndLiveBesideThoseOfOtherModels() {
        List<VideoVector> written = vectors();
        put(MODEL, written);
        put("m2", List.of(new VideoVector(written.getFirst().videoId(), 1, vector())));
        assertThat(read()).usingRecursiveFieldByFieldElementComparator().containsExactlyInAnyOrderElementsOf(written);
        List<VideoVector> again = vectors();
        put(MODEL, again);
        assertThat(read()).usingRecursiveFieldByFieldElementComparator().containsExactlyInAnyOrderElementsOf(again);
    }

    @Test
    void aVectorIsStaleWhenItsVideoChanged() {
        assertThat(stale()).hasSize(2);
        put(MODEL, vectors());
        assertThat(stale()).isEmpty();
        database.useService(handle -> videos.upsert(handle, List.of(Videos.bare("2", "changed"))));
        assertThat(stale()).extracting(Video::externalId).containsExactly("2");
        assertThat(database.<Long, RuntimeException>asService(handle -> embeddings.countStaleVideos(handle, MODEL)))
                .isEqualTo(1);
    }

    @Test
    void aFollowerHearsOfWhatWasWrittenSinceItsMark() {
        put(MODEL, vectors());
        ChangeMark mark = database.asService(ChangeMark::now);
        assertThat(since(mark)).isEmpty();
        List<VideoVector> one = vectors().subList(0, 1);
        put(MODEL, one);
        assertThat(since(mark)).usingRecursiveFieldByFieldElementComparator().containsExactlyElementsOf(one);
    }

    @Test
    void aVectorOfAnotherLengthIsRefusedAndADeletedVideoLeftOut() {
        UUID video = vectors().getFirst().videoId();
        assertThatThrownBy(() -> put(MODEL, List.of(new VideoVector(video, 1, new float[3]))))
                .isInstanceOf(RuntimeException.class);
        put(MODEL, List.of(new VideoVector(UUID.randomUUID(), 1, vector())));
        assertThat(read()).isEmpty();
    }

    @Test
    void aUserKeepsItsOwnVectorUnderItsOwnRole() {
        UUID user = UUID.randomUUID();
        database.useService(handle ->
                new UserDao().insertMissing(handle, List.of(new NewUser(user, "auth", user.toString()))));
        UserVector vector = new UserVector(user, MODEL, vector(), true);
        Caller self = new Caller.User(user);
        database.asCaller(self, handle -> {
            embeddings.putUsers(handle, List.of(vector));
            return vector;
        });
        assertThat(database.<java.util.Optional<UserVector>, RuntimeException>asCaller(
                        self, handle -> embeddings.user(handle, MODEL, user)))
                .hasValueSatisfying(found -> {
                    assertThat(found.vector()).isEqualTo(vector.vector());
                    assertThat(found.computed()).isTrue();
                });
        Caller stranger = new Caller.User(UUID.randomUUID());
        assertThat(database.<java.util.Optional<UserVector>, RuntimeException>asCaller(
                        stranger, handle -> embeddings.user(handle, MODEL, user)))
                .isEmpty();
    }

    private List<VideoVector> vectors() {
        List<VideoVector> vectors = new ArrayList<>();
        database.useService(handle -> videos.forEach(
                handle, stored -> vectors.add(new VideoVector(stored.video().id(), stored.revision(), vector()))));
        return vectors;
    }

    private float[] vector() {
        float[] vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = random.nextFloat() - 0.5f;
        }
        return vector;
    }

    private void put(String model, List<VideoVector> vectors) {
        database.useService(handle -> embeddings.putVideos(handle, model, vectors));
    }

    private List<VideoVector> read() {
        List<VideoVector> read = new ArrayList<>();
        database.useService(handle -> embeddings.forEachVideo(handle, MODEL, read::add));
        return read;
    }

    private List<VideoVector> since(ChangeMark mark) {
        List<VideoVector> read = new ArrayList<>();
        database.useService(handle -> embeddings.forEachVideoSince(handle, MODEL, mark, read::add));
        return read;
    }

    private List<Video> stale() {
        return database
                .<List<StoredVideo>, RuntimeException>asService(handle -> videos.stale(handle, MODEL, null, 10))
                .stream()
                .map(StoredVideo::video)
                .toList();
    }
}
