package dev.torii.engine.embed.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.catalog.Videos;
import dev.torii.engine.database.Database;
import dev.torii.engine.database.FreshDatabase;
import dev.torii.models.catalog.Video;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetryQueueTest {
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final String MODEL = "m1";

    private final FreshDatabase fresh = FreshDatabase.portable();
    private final Database database = fresh.open();
    private final Video video = Videos.bare("1", "one");

    @BeforeEach
    void fill() {
        database.useService(handle -> {
            handle.execute("insert into model values (?, 'CANDIDATE', 768, now(), null, '{}', '{}', '{}', 'f')", MODEL);
            new VideoDao().upsert(handle, List.of(video));
        });
    }

    @AfterEach
    void close() {
        database.close();
        fresh.close();
    }

    @Test
    void eachFailureWaitsFourTimesAsLongAndTheSixthIsTheLast() {
        RetryQueue queue = queue(NOW);
        long revision = revision();
        for (int attempt = 1; attempt <= RetryQueue.MOST_ATTEMPTS; attempt++) {
            queue.add(List.of(new EncodingFailure(video.id(), revision, "failure " + attempt)));
            FailedVideo failed = only();
            assertThat(failed.attempts()).isEqualTo(attempt);
            assertThat(failed.lastError()).isEqualTo("failure " + attempt);
            if (attempt < RetryQueue.MOST_ATTEMPTS) {
                Instant next = NOW.plusSeconds(60L << (2 * (attempt - 1)));
                assertThat(failed.nextTryAt()).isEqualTo(next);
                assertThat(queue(next.minusSeconds(1)).due(9)).isEmpty();
                assertThat(queue(next).due(9)).containsExactly(video.id());
            } else {
                assertThat(failed.nextTryAt()).isNull();
                assertThat(queue(NOW.plusSeconds(1_000_000)).due(9)).isEmpty();
            }
        }
        assertThat(queue.without(List.of(video.id()))).isEmpty();
    }

    @Test
    void aVideoThatChangedBeginsAnew() {
        RetryQueue queue = queue(NOW);
        queue.add(List.of(new EncodingFailure(video.id(), revision(), "first")));
        queue.add(List.of(new EncodingFailure(video.id(), revision(), "second")));
        database.useService(handle -> new VideoDao().upsert(handle, List.of(Videos.bare("1", "another title"))));
        assertThat(queue.without(List.of(video.id()))).containsExactly(video.id());
        queue.add(List.of(new EncodingFailure(video.id(), revision(), "third")));
        assertThat(only().attempts()).isEqualTo(1);
    }

    @Test
    void whatHasAVectorIsForgotten() {
        RetryQueue queue = queue(NOW);
        queue.add(List.of(new EncodingFailure(video.id(), revision(), "x")));
        queue.forgetEncoded();
        assertThat(only().attempts()).isEqualTo(1);
        VideoVector vector = new VideoVector(video.id(), revision(), new float[768]);
        database.useService(handle -> new EmbeddingDao().putVideos(handle, MODEL, List.of(vector)));
        queue.forgetEncoded();
        assertThat(list()).isEmpty();
    }

    private RetryQueue queue(Instant now) {
        return new RetryQueue(database, MODEL, Clock.fixed(now, ZoneOffset.UTC));
    }

    private long revision() {
        return database.asService(
                handle -> new VideoDao().find(handle, video.id()).orElseThrow().revision());
    }

    private FailedVideo only() {
        assertThat(list()).hasSize(1);
        return list().getFirst();
    }

    private List<FailedVideo> list() {
        return database.asService(handle -> new RetryDao().list(handle, 10));
    }
}
