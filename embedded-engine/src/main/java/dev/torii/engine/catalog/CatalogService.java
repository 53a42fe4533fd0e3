package dev.torii.engine.catalog;

import dev.torii.engine.database.Database;
import dev.torii.models.catalog.CatalogCounts;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads the catalogue.
public final class CatalogService {
    private final Database database;
    private final VideoDao videos = new VideoDao();
    private final TermDao terms = new TermDao();
    private final CountsDao counts = new CountsDao();

    public CatalogService(Database database) {
        this.database = database;
    }

    public CatalogCounts counts() {
        return database.asService(counts::counts);
    }

    /// A video by UUID or external id. An external id that several sources use is told apart as `source:id`.
    ///
    /// @throws ToriiException INVALID_VALUE when several videos bear this external id
    public Optional<Video> find(String idOrExternalId) {
        RowName name = RowName.parse(idOrExternalId);
        return database.asService(handle -> {
            if (name.id().isPresent()) {
                return videos.find(handle, name.id().get()).map(StoredVideo::video);
            }
            List<StoredVideo> found = videos.findByExternalId(handle, name.text(), null);
            if (found.isEmpty() && name.source().isPresent()) {
                found = videos.findByExternalId(
                        handle, name.externalId(), name.source().get());
            }
            if (found.size() > 1) {
                throw ambiguous(idOrExternalId, found);
            }
            return found.stream().findFirst().map(StoredVideo::video);
        });
    }

    /// The videos of these ids that exist, in the order of `ids`.
    public List<Video> findAll(Collection<UUID> ids) {
        Map<UUID, Video> found = database.asService(handle -> videos.findAll(handle, ids)).stream()
                .map(StoredVideo::video)
                .collect(Collectors.toMap(Video::id, video -> video));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /// Videos whose title holds `text` (case-insensitive, NFKC), the most rated first; all when it is blank.
    public List<Video> search(String text, int limit) {
        return database.asService(handle -> videos.search(handle, text, limit)).stream()
                .map(StoredVideo::video)
                .toList();
    }

    /// Distinct names of one kind, most used first.
    public List<String> termNames(TermKind kind, int limit) {
        return database.asService(handle -> terms.names(handle, kind, limit));
    }

    private static ToriiException ambiguous(String text, List<StoredVideo> found) {
        String names = found.stream()
                .map(StoredVideo::video)
                .map(video -> video.source() + ":" + video.externalId() + " (" + video.id() + ")")
                .collect(Collectors.joining(", "));
        return new ToriiException(
                ErrorCode.INVALID_VALUE,
                "Several videos bear the external id %s: %s.".formatted(text, names),
                "Maybe write one of these with its source, or its UUID.");
    }
}
