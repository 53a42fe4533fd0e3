package dev.torii.engine.evaluate;

import dev.torii.engine.ingest.importer.MovieLensReader;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Video;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gives the items of rating files their numbers, and their titles and genres where the folder lists its films.
/// An item that is not listed is a video without terms whose title is its key.
final class ItemTitles {
    private static final String SOURCE = "file";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Video> videos = new ArrayList<>();

    /// @param folder with a film list of MovieLens or without; null: no titles
    ItemTitles(@Nullable Path folder) {
        if (folder != null
                && Stream.of("u.item", "movies.dat", "movies.csv")
                        .anyMatch(file -> Files.isRegularFile(folder.resolve(file)))) {
            new MovieLensReader().readVideos(folder).forEach(this::add);
        }
    }

    /// The number of the item with this key; a new one when it has none.
    int number(String key) {
        Integer known = numbers.get(key);
        return known != null ? known : add(untitled(key));
    }

    /// The numbers of items by their position in `keys`.
    int[] numbers(List<String> keys) {
        return keys.stream().mapToInt(this::number).toArray();
    }

    /// The items by number.
    List<Video> videos() {
        return List.copyOf(videos);
    }

    private int add(Video video) {
        numbers.put(video.externalId(), videos.size());
        videos.add(video);
        return videos.size() - 1;
    }

    private static Video untitled(String key) {
        return new Video(
                SourceIds.video(SOURCE, key),
                SOURCE,
                key,
                null,
                key,
                null,
                List.of(),
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
