package dev.torii.engine.embed.training;

import dev.torii.engine.ingest.importer.MovieLensReader;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.catalog.Video;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/// The training ratings of MovieLens 100K's first fold, 4 and higher.
public final class RealRatings {
    private RealRatings() {}

    /// Skips the test where the data set is not at hand.
    public static InteractionSet movieLens() {
        String root = System.getProperty("torii.source.root", "");
        String configured = System.getenv("TORII_TEST_DATA");
        Path folder =
                (configured != null ? Path.of(configured) : Path.of(root).resolve("../shared/data")).resolve("ml-100k");
        Path file = folder.resolve("u1.base");
        Assumptions.assumeTrue(Files.isRegularFile(file), () -> "no MovieLens 100K in " + folder);
        List<Video> videos = new MovieLensReader().readVideos(folder);
        Map<String, Integer> items = new HashMap<>();
        videos.forEach(video -> items.put(video.externalId(), items.size()));
        Map<Integer, List<long[]>> users = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split("\t", -1);
                if (Integer.parseInt(cells[2]) >= 4) {
                    users.computeIfAbsent(Integer.valueOf(cells[0]), user -> new ArrayList<>())
                            .add(new long[] {items.get(cells[1]), Long.parseLong(cells[3])});
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int[] starts = new int[users.size() + 1];
        List<long[]> rows = new ArrayList<>();
        users.forEach((user, ratings) -> {
            ratings.sort(Comparator.comparingLong(rating -> rating[1]));
            rows.addAll(ratings);
        });
        int row = 0;
        for (List<long[]> ratings : users.values()) {
            starts[row + 1] = starts[row++] + ratings.size();
        }
        return new InteractionSet(
                starts,
                rows.stream().mapToInt(rating -> (int) rating[0]).toArray(),
                rows.stream().mapToLong(rating -> rating[1]).toArray(),
                videos,
                users.keySet().stream().map(String::valueOf).toList());
    }
}
