package dev.torii.app.http;

import dev.torii.engine.Engine;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The sample catalogue in an engine, with towers trained on it just enough to answer.
///
/// @param videos all of them
/// @param genre the genre with most videos
/// @param modelVersion the active model
record Catalogue(List<Video> videos, String genre, String modelVersion) {
    private static final int VIDEOS = 200;
    private static final int USERS = 120;

    static Catalogue fill(Engine engine) {
        engine.sample().fill(VIDEOS, USERS, 7).await();
        String version = engine.training().train(Map.of("epochs", "2")).await().version();
        engine.models().activate(version);
        engine.encoding().embedAll(false).await();
        List<Video> videos = engine.catalog().search("", VIDEOS);
        String genre = videos.stream()
                .flatMap(video -> video.names(TermKind.GENRE).stream())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparing(Map.Entry<String, Long>::getValue).thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
        return new Catalogue(videos, genre, version);
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
