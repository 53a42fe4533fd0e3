package dev.torii.engine.ingest.sample;

import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rows of the catalogue made of the sample's videos.
final class SampleRows {
    static final String SOURCE = "sample";

    private final SampleCatalogue catalogue;

    SampleRows(SampleCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    static String videoKey(int number) {
        return String.format(Locale.ROOT, "smp%05d", number + 1);
    }

    static String userKey(int number) {
        return String.format(Locale.ROOT, "user%04d", number + 1);
    }

    Video row(SampleVideo video) {
        String key = videoKey(video.number());
        double rating = Math.clamp(3.6 + 0.6 * video.quality(), 1, 5);
        return new Video(
                SourceIds.video(SOURCE, key),
                SOURCE,
                key,
                null,
                video.title(),
                null,
                terms(video),
                BigDecimal.valueOf(video.price()),
                60 * video.minutes(),
                video.releasedAt(),
                Math.round(100 * rating) / 100.0,
                (int) StrictMath.round(12 * video.popularity()) + 1,
                null,
                null,
                null);
    }

    private List<Term> terms(SampleVideo video) {
        List<Term> terms = new ArrayList<>();
        for (int genre : video.genres()) {
            terms.add(Term.named(TermKind.GENRE, SampleGenres.ALL.get(genre).name()));
        }
        terms.add(new Term(TermKind.MAKER, "m" + video.maker(), SampleNames.maker(video.maker()), null));
        if (video.series() >= 0) {
            String title = catalogue.series().get(video.series()).title();
            terms.add(new Term(TermKind.SERIES, "s" + video.series(), title, null));
        }
        // Directors are other people than performers: their names start where those of the performers end.
        SampleNames.Person director = SampleNames.person(catalogue.world().performers() + video.director());
        terms.add(new Term(TermKind.DIRECTOR, "d" + video.director(), director.name(), director.ruby()));
        for (int performer : video.performers()) {
            SampleNames.Person person = SampleNames.person(performer);
            terms.add(new Term(TermKind.PERFORMER, "p" + performer, person.name(), person.ruby()));
        }
        return terms;
    }
}
