package dev.torii.engine.ingest.importer;

import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A film of a MovieLens data set as a row of the catalogue.
final class FilmRow {
    private FilmRow() {}

    /// @param releasedAt null: the year in the title, where it has one
    static Video of(String number, String title, List<String> genres, @Nullable Instant releasedAt) {
        return new Video(
                SourceIds.video(MovieLensData.SOURCE, number),
                MovieLensData.SOURCE,
                number,
                null,
                title,
                null,
                genres.stream().map(genre -> Term.named(TermKind.GENRE, genre)).toList(),
                null,
                null,
                releasedAt != null ? releasedAt : FilmTitle.releasedAt(title).orElse(null),
                null,
                null,
                null,
                null,
                null);
    }
}
