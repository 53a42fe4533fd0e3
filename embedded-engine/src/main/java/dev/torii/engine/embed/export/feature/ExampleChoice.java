package dev.torii.engine.embed.export.feature;

import dev.torii.engine.catalog.CatalogService;
import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.InteractionKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/// The videos and histories that examples are made of: videos of the catalogue with and without rows of their own,
/// some with things missing, and histories of every kind of entry. The histories are drawn, so nobody's taste
/// leaves Torii.
///
/// @param histories newest first
public record ExampleChoice(List<Video> videos, List<List<HistoryEntry>> histories) {
    private static final int WITH_SLOTS = 10;
    private static final int RATED = 8;
    private static final int HISTORIES = 12;
    private static final long SEED = 7;
    private static final double[] RATINGS = {1, 3, 3.5, 4, 5};
    private static final String SPELLINGS = "ＦＵＬＬ width ﾊﾝｶｸ ガ 𠮷野 2026年・第3巻";

    /// @param extractor of the model that is exported
    public static ExampleChoice of(CatalogService catalog, FeatureExtractor extractor) {
        Set<UUID> ids = new LinkedHashSet<>(extractor.slots().spread(WITH_SLOTS));
        catalog.search("", RATED).forEach(video -> ids.add(video.id()));
        List<Video> videos = new ArrayList<>(catalog.findAll(ids));
        if (!videos.isEmpty()) {
            Video first = videos.getFirst();
            videos.add(variant(first, "unseen", first.title(), false));
            videos.add(variant(first, "bare", first.title(), true));
            videos.add(variant(first, "spellings", SPELLINGS, false));
        }
        return new ExampleChoice(videos, histories(videos, extractor.settings().activityReference()));
    }

    /// The video under another id, so without a slot; `bare`: without terms and numbers.
    private static Video variant(Video video, String name, String title, boolean bare) {
        return new Video(
                SourceIds.video("example", name),
                "example",
                name,
                null,
                title,
                null,
                bare ? List.of() : video.terms(),
                bare ? null : video.price(),
                bare ? null : video.durationSeconds(),
                bare ? null : video.releasedAt(),
                bare ? null : video.ratingAverage(),
                bare ? null : video.ratingCount(),
                null,
                null,
                null);
    }

    /// Histories of 0, 1, 2, 4, 6 ... entries, the last of them in the future of the reference.
    private static List<List<HistoryEntry>> histories(List<Video> videos, Instant newest) {
        SplittableRandom random = new SplittableRandom(SEED);
        InteractionKind[] kinds = InteractionKind.values();
        List<List<HistoryEntry>> histories = new ArrayList<>();
        for (int user = 0; user < HISTORIES && !videos.isEmpty(); user++) {
            List<HistoryEntry> history = new ArrayList<>();
            Instant at = newest.plus(user == HISTORIES - 1 ? 3 : -user, ChronoUnit.DAYS);
            for (int entry = 0; entry < (user < 3 ? user : 2 * user); entry++) {
                InteractionKind kind = kinds[random.nextInt(kinds.length)];
                Video video = videos.get(random.nextInt(videos.size()));
                history.add(new HistoryEntry(video, kind, value(kind, random), at));
                at = at.minusSeconds(random.nextLong(1, 30 * 86_400L));
            }
            histories.add(history);
        }
        return histories;
    }

    private static double value(InteractionKind kind, SplittableRandom random) {
        return switch (kind) {
            case RATING -> RATINGS[random.nextInt(RATINGS.length)];
            case VIEW -> random.nextInt(11) / 10.0;
            case SKIP -> 0;
            case LIKE, PURCHASE -> 1;
        };
    }
}
