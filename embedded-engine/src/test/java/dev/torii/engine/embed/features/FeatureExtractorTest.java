package dev.torii.engine.embed.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.io.IOException;
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
            FeatureFitting.fit(List.of(known, other), new int[] {3, 0}, 100, 0, 100, 4);

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
        assertThat(title).isCloseTo(1, within(1e-5));
    }

    @Test
    void missingNumbersAreMarkedAndNotGuessed() {
        assertThat(extractor.extract(Films.plain("3", "x")).numeric()).containsExactly(0, 1, 0, 1, 0, 1, 0, 1);
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
        assertThat(TokenHash.row(0, "GENRE", "ab", buckets)).isNotEqualTo(TokenHash.row(0, "title", "ab", buckets));
        assertThat(TokenHash.row(0, "GENRE", "ab", buckets)).isNotEqualTo(TokenHash.row(1, "GENRE", "ab", buckets));
        assertThat(TokenHash.row(0, "GENRE", "ドラマ", buckets))
                .as("the same in every process: stored models depend on it")
                .isEqualTo(REFERENCE_ROW);
    }

    private static final int REFERENCE_ROW = 13_009;

    @Test
    void whatIsStoredComputesTheSame(@TempDir Path folder) throws IOException {
        FeatureFiles.write(extractor, folder);
        FeatureExtractor read = FeatureFiles.read(folder);
        assertThat(read.settings()).isEqualTo(extractor.settings());
        assertThat(read.extract(known).slot()).isEqualTo(1);
        assertThat(read.extract(other).numeric())
                .containsExactly(extractor.extract(other).numeric());
    }
}
