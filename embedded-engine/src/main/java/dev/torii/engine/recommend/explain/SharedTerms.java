package dev.torii.engine.recommend.explain;

import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The names that a video shares with others.
final class SharedTerms {
    /// The most telling kinds first: a shared series says more than a shared genre.
    private static final List<TermKind> KINDS = List.of(
            TermKind.SERIES, TermKind.PERFORMER, TermKind.DIRECTOR, TermKind.MAKER, TermKind.GENRE, TermKind.TAG);

    private SharedTerms() {}

    /// Names of `video` that at least one of `others` bears too, those that most of them bear first; of equal ones
    /// the more telling kind first.
    static List<String> of(Video video, List<Video> others) {
        List<Shared> shared = new ArrayList<>();
        for (TermKind kind : KINDS) {
            for (String name : video.names(kind)) {
                long bearers = others.stream()
                        .filter(other -> other.names(kind).contains(name))
                        .count();
                if (bearers > 0) {
                    shared.add(new Shared(name, bearers));
                }
            }
        }
        return shared.stream()
                .sorted(Comparator.comparingLong(Shared::bearers).reversed())
                .map(Shared::name)
                .distinct()
                .toList();
    }

    private record Shared(String name, long bearers) {}
}
