package dev.torii.engine.evaluate;

import dev.torii.engine.people.InteractionSet;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Videos with given genres.
final class GenreSets {
    private GenreSets() {}

    /// One video for each text, its genres separated by blanks.
    static List<Video> videos(String... genres) {
        return IntStream.range(0, genres.length)
                .mapToObj(number -> new Video(
                        SourceIds.video("test", "" + number),
                        "test",
                        "" + number,
                        null,
                        "Film " + number,
                        null,
                        Arrays.stream(genres[number].split(" "))
                                .filter(genre -> !genre.isEmpty())
                                .map(genre -> Term.named(TermKind.GENRE, genre))
                                .toList(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))
                .toList();
    }

    /// The same interactions on these videos.
    static InteractionSet with(InteractionSet set, List<Video> videos) {
        return new InteractionSet(set.rowStarts(), set.items(), set.epochSeconds(), videos, set.userKeys());
    }
}
