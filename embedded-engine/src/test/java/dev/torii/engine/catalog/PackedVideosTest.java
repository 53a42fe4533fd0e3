package dev.torii.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackedVideosTest {
    /// The order of PostgreSQL, which compares the bytes without sign.
    private static final Comparator<UUID> BY_BYTES = Comparator.comparing(UUID::toString);

    @Test
    void givesBackWhatWasPacked() {
        List<Video> videos = new ArrayList<>();
        for (int number = 0; number < 3 * PackedVideos.BLOCK + 7; number++) {
            videos.add(number % 3 == 0 ? bare(number) : full(number));
        }
        PackedVideos packed = pack(videos);
        assertThat(packed).isEqualTo(videos);
        assertThat(packed.bytes()).isLessThan(300L * videos.size());
    }

    @Test
    void findsVideosByIdInTheOrderOfTheDatabase() {
        List<Video> videos = new ArrayList<>();
        for (int number = 0; number < 1000; number++) {
            videos.add(bare(number));
        }
        videos.sort(Comparator.comparing(Video::id, BY_BYTES));
        PackedVideos packed = pack(videos);
        assertThat(videos)
                .allSatisfy(
                        video -> assertThat(packed.get(packed.find(video.id()))).isEqualTo(video));
        assertThat(packed.find(SourceIds.video("test", "nobody"))).isNegative();
        assertThat(packed.id(17)).isEqualTo(videos.get(17).id());
        assertThat(pack(List.of()).find(videos.getFirst().id())).isNegative();
    }

    private static PackedVideos pack(List<Video> videos) {
        VideoPacker packer = new VideoPacker();
        videos.forEach(packer::add);
        return packer.build();
    }

    private static Video bare(int number) {
        return video(number, "Film " + number, null, List.of(), null, null, null);
    }

    private static Video full(int number) {
        List<Term> terms = List.of(
                Term.named(TermKind.GENRE, "時代劇" + number % 5),
                new Term(TermKind.PERFORMER, "p" + number % 11, "山田花子", "やまだはなこ"));
        return video(
                number,
                "港の猫 " + number,
                "FANZA",
                terms,
                new BigDecimal("1980.50"),
                3600 + number,
                Instant.parse("2024-02-29T12:00:00.5Z"));
    }

    private static Video video(
            int number,
            String title,
            @Nullable String site,
            List<Term> terms,
            @Nullable BigDecimal price,
            @Nullable Integer seconds,
            @Nullable Instant released) {
        String key = Integer.toString(number);
        return new Video(
                SourceIds.video("test", key),
                "test",
                key,
                site,
                title,
                price == null ? null : "説明 " + number,
                terms,
                price,
                seconds,
                released,
                price == null ? null : 4.25,
                seconds,
                null,
                null,
                null);
    }
}
