package dev.torii.engine.ingest.sample;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.Interaction;
import dev.torii.models.people.InteractionKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleCatalogueTest {
    private static final int VIDEOS = 1000;

    private final SampleCatalogue catalogue = new SampleCatalogue(VIDEOS, 7);
    private final SampleAudience audience = new SampleAudience(catalogue, 7);
    private final List<Video> rows =
            catalogue.videos().stream().map(new SampleRows(catalogue)::row).toList();
    private final List<UUID> ids = rows.stream().map(Video::id).toList();

    @Test
    void theSameSeedGivesTheSameRowsAndAnotherSeedOthers() {
        SampleCatalogue again = new SampleCatalogue(VIDEOS, 7);

        assertThat(again.videos()).isEqualTo(catalogue.videos());
        assertThat(behaviour(new SampleAudience(again, 7), 3)).isEqualTo(behaviour(audience, 3));
        assertThat(new SampleCatalogue(VIDEOS, 8).videos()).isNotEqualTo(catalogue.videos());
    }

    @Test
    void videosAreFullyDescribedAndTitlesAreUnique() {
        assertThat(rows).hasSize(VIDEOS);
        assertThat(rows).extracting(Video::title).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(video -> {
            assertThat(video.names(TermKind.GENRE)).hasSizeBetween(1, 3).doesNotHaveDuplicates();
            assertThat(video.names(TermKind.PERFORMER)).hasSizeBetween(1, 4).doesNotHaveDuplicates();
            assertThat(video.maker()).isPresent();
            assertThat(video.price()).isPositive();
            assertThat(video.durationSeconds()).isPositive();
            assertThat(video.releasedAt()).isBefore(SampleCatalogue.END);
        });
        assertThat(rows.stream()
                        .filter(video -> !video.names(TermKind.SERIES).isEmpty())
                        .count())
                .isBetween(250L, 700L);
    }

    @Test
    void termsOfOneIdHaveOneName() {
        Map<String, String> names = new HashMap<>();
        rows.stream()
                .flatMap(video -> video.terms().stream())
                .forEach(
                        term -> assertThat(names.merge(term.kind() + term.externalId(), term.name(), (old, now) -> now))
                                .isEqualTo(term.name())
                                .isNotBlank());
        assertThat(names).hasSizeGreaterThan(200);
    }

    @Test
    void usersLikeThirtyToSixtyVideosAndSkipSome() {
        int[] likes = IntStream.range(0, 200)
                .map(user -> count(behaviour(audience, user), InteractionKind.LIKE))
                .sorted()
                .toArray();
        int[] skips = IntStream.range(0, 200)
                .map(user -> count(behaviour(audience, user), InteractionKind.SKIP))
                .sorted()
                .toArray();

        assertThat(likes[100]).isBetween(30, 60);
        assertThat(likes[20]).isGreaterThan(20);
        assertThat(skips[100]).isBetween(3, 60);
    }

    @Test
    void nobodySeesWhatIsNotOutAndNothingTwice() {
        Map<UUID, Video> byId = new HashMap<>();
        rows.forEach(video -> byId.put(video.id(), video));
        for (int user = 0; user < 50; user++) {
            List<Interaction> done = behaviour(audience, user);
            assertThat(done)
                    .allSatisfy(entry -> assertThat(entry.at())
                            .isAfterOrEqualTo(
                                    requireNonNull(byId.get(entry.videoId())).releasedAt())
                            .isBefore(SampleCatalogue.END.plusSeconds(86_400)));
            assertThat(done.stream()
                            .filter(entry -> entry.kind() == InteractionKind.LIKE)
                            .map(Interaction::videoId))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void tastesShowInWhatIsLikedAndPopularityIsSkewed() {
        double sum = 0;
        int[] counts = new int[VIDEOS];
        for (int user = 0; user < 300; user++) {
            Map<String, Integer> genres = new HashMap<>();
            int likes = 0;
            for (Interaction entry : behaviour(audience, user)) {
                if (entry.kind() == InteractionKind.LIKE) {
                    int number = ids.indexOf(entry.videoId());
                    counts[number]++;
                    likes++;
                    genres.merge(rows.get(number).names(TermKind.GENRE).getFirst(), 1, Integer::sum);
                }
            }
            sum += likes == 0
                    ? 0
                    : genres.values().stream().max(Integer::compare).orElse(0) / (double) likes;
        }
        Arrays.sort(counts);
        int top = IntStream.range(VIDEOS * 4 / 5, VIDEOS).map(i -> counts[i]).sum();

        assertThat(sum / 300).as("share of the favourite of 16 genres").isBetween(0.25, 0.9);
        assertThat(top / (double) Arrays.stream(counts).sum())
                .as("share of the top fifth of videos")
                .isBetween(0.35, 0.8);
    }

    private List<Interaction> behaviour(SampleAudience of, int user) {
        return of.behaviour(user, new UUID(1, user), ids);
    }

    private static int count(List<Interaction> done, InteractionKind kind) {
        return (int) done.stream().filter(entry -> entry.kind() == kind).count();
    }
}
