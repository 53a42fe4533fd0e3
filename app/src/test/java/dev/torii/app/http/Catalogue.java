package dev.torii.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.engine.Engine;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The sample catalogue in an engine.
///
/// @param videos all of them
/// @param genre the genre with most videos
record Catalogue(List<Video> videos, String genre) {
    private static final int VIDEOS = 200;
    private static final int USERS = 300;

    static Catalogue fill(Engine engine) {
        engine.sample().fill(VIDEOS, USERS, 7).await();
        List<Video> videos = engine.catalog().search("", VIDEOS);
        String genre = videos.stream()
                .flatMap(video -> video.names(TermKind.GENRE).stream())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparing(Map.Entry<String, Long>::getValue).thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
        return new Catalogue(videos, genre);
    }

    /// Trains towers on the catalogue just enough to pass their gate, and encodes everything.
    ///
    /// @return the active version
    static String train(Engine engine) {
        ModelVersion model = engine.training()
                .train(Map.of("epochs", "4", "batchSize", "64"))
                .await();
        assertThat(model.state()).as(model.gateReason()).isEqualTo(ModelState.ACTIVE);
        engine.encoding().embedAll(false).await();
        return model.version();
    }

    /// The ids of the first `count` videos of the genre.
    List<UUID> ofGenre(int count) {
        return videos.stream()
                .filter(video -> video.names(TermKind.GENRE).contains(genre))
                .map(Video::id)
                .limit(count)
                .toList();
    }
}
