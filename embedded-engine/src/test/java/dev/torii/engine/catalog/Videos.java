package dev.torii.engine.catalog;

import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// Videos for tests.
public final class Videos {
    private Videos() {}

    /// A video of which everything is known.
    public static Video full(String externalId, String title) {
        return new Video(
                SourceIds.video("csv", externalId),
                "csv",
                externalId,
                "DMM.com",
                title,
                "about " + title,
                List.of(
                        Term.named(TermKind.GENRE, "ドラマ"),
                        new Term(TermKind.MAKER, "45", "メーカー", "めーかー"),
                        Term.named(TermKind.GENRE, "恋愛")),
                new BigDecimal("300.50"),
                5400,
                Instant.parse("2026-01-02T03:04:05.123456Z"),
                4.5,
                10,
                "https://example.org/t.jpg",
                "https://example.org/p.mp4",
                "https://example.org/");
    }

    /// A video of which next to nothing is known.
    public static Video bare(String externalId, String title) {
        return withTerms(externalId, title, List.of());
    }

    public static Video withTerms(String externalId, String title, List<Term> terms) {
        return new Video(
                SourceIds.video("csv", externalId),
                "csv",
                externalId,
                null,
                title,
                null,
                terms,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
