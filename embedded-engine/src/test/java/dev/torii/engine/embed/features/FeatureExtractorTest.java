package dev.torii.engine.embed.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureExtractorTest {
    private static final Instant RELEASE = Instant.parse("2020-01-01T00:00:00Z");

    private final Video known = Films.film("1", "白い鳥", 3600, 500, RELEASE, 10, "Drama", "Crime");
    private final Video other = Films.film("2", "黒い鳥", 7200, 1500, RELEASE.minusSeconds(86_400 * 900L), 90, "Drama");
    private final FeatureExtractor extractor =
            FeatureFitting.fit(List.of(known, other), new int[] {3, 0}, RELEASE, 100, 0, 100, 4);

    @Test
    void onlyVideosWithPositivesHaveASlot() {
        assertThat(extractor.extract(known).slot()).isEqualTo(1);
        assertThat(extractor.extract(other).slot()).isZero();
        assertThat(extractor.extract(Films.plain("3", "x")).slot()).isZero();
    }

    @Test
    void termsComeFirstAndEachGroupHasLengthOne() {
        VideoFeatures features = extractor.extract(known);
        assertThat(features.termTokens()).isEqualTo(2 * TokenHash.FUNCTIONS);
        double terms = 0;
        double title = 0;
        for (int t = 0; t < features.tokens().length; t++) {
            double square = features.weights()[t] * features.weights()[t];
            terms += t < features.termTokens() ? square : 0;
            title += t < features.termTokens() ? 0 : square;
        }
        assertThat(terms).isCloseTo(1, within(1e-5));
        assertThat(title).as("words and grams").isCloseTo(2, within(1e-5));
    }

    @Test
    void missingNumbersAreMarkedAndNotGuessed() {
        assertThat(extractor.extract(Films.plain("3", "x")).numeric()).containsExactly(0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
        float[] numeric = extractor.extract(known).numeric();
        assertThat(numeric[1]).isZero();
        assertThat(numeric[2]).as("shorter than the mean").isNegative();
        assertThat(numeric[4]).as("cheaper than the mean").isNegative();
    }

    @Test
    void tagsDoNotCount() {
        List<Term> terms = new ArrayList<>(known.terms());
        terms.add(Term.named(TermKind.TAG, "seen on a plane"));
        Video tagged = new Video(
                known.id(),
                known.source(),
                known.externalId(),
                known.site(),
                known.title(),
                known.description(),
                terms,
                known.price(),
                known.durationSeconds(),
                known.releasedAt(),
                known.ratingAverage(),
                known.ratingCount(),
                null,
                null,
                null);
        assertThat(extractor.extract(tagged).tokens())
                .containsExactly(extractor.extract(known).tokens());
    }

    @Test
    void equalTextsOfDifferentKindsAreDifferentTokens() {
        int buckets = 1 << 16;
        long genre = TokenHash.key(TokenHash.field("GENRE"), "ab");
        assertThat(genre).isNotEqualTo(TokenHash.key(TokenHash.field("title"), "ab"));
        assertThat(genre).isEqualTo(TokenHash.key(TokenHash.field("GENRE"), new int[] {'x', 'a', 'b'}, 1, 2));
        assertThat(TokenHash.row(0, genre, buckets)).isNotEqualTo(TokenHash.row(1, genre, buckets));
        assertThat(TokenHash.row(0, TokenHash.key(TokenHash.field("GENRE"), "ドラマ"), buckets))
                .as("the same in every process: stored models depend on it")
                .isEqualTo(REFERENCE_ROW);
    }

    private static final int REFERENCE_ROW = 41_921;

    @Test
    void whatIsStoredComputesTheSame(@TempDir Path folder) throws IOException {
        FeatureFiles.write(extractor, folder);
        FeatureExtractor read = FeatureFiles.read(folder);
        assertThat(read.settings()).isEqualTo(extractor.settings());
        assertThat(read.extract(known).slot()).isEqualTo(1);
        assertThat(read.extract(known).tokens())
                .containsExactly(extractor.extract(known).tokens());
        assertThat(read.extract(known).genres()).containsExactly(0, 1);
        assertThat(read.extract(other).numeric())
                .containsExactly(extractor.extract(other).numeric());
    }

    @Test
    void aGenreThatTrainingNeverMetChangesNothing() {
        Video with = Films.film("1", "白い鳥", 3600, 500, RELEASE, 10, "Drama", "Crime", "怪奇");
        VideoFeatures expected = extractor.extract(known);
        VideoFeatures features = extractor.extract(with);
        assertThat(features.tokens()).containsExactly(expected.tokens());
        assertThat(features.weights()).containsExactly(expected.weights());
        assertThat(features.genres()).containsExactly(expected.genres());
        assertThat(extractor.extract(Films.plain("4", "", "怪奇")).tokens()).isEmpty();
    }

    @Test
    void featuresOfAnotherVersionAreRefusedAndHalfFilesToo(@TempDir Path folder) throws IOException {
        FeatureFiles.write(extractor, folder);
        Path settings = folder.resolve("features.json");
        String written = Files.readString(settings);
        Files.writeString(settings, written.replace("\"version\" : 2", "\"version\" : 1"));
        assertThatThrownBy(() -> FeatureFiles.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 1");
        Files.writeString(settings, written.replace("\"scales\"", "\"other\""));
        assertThatThrownBy(() -> FeatureFiles.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("0 scales");
        Files.writeString(settings, written);
        Files.write(folder.resolve("terms.bin"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> FeatureFiles.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("3 bytes");
    }
}
