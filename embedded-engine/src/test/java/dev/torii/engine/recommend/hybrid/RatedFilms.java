package dev.torii.engine.recommend.hybrid;

import dev.torii.engine.embed.features.Films;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.catalog.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The positives of a MovieLens 100K file as a training set; films bear nothing but their number.
final class RatedFilms {
    private record Rated(int item, long second) {}

    private RatedFilms() {}

    static InteractionSet of(Path file, int minRating) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        List<Video> films = new ArrayList<>();
        TreeMap<Integer, List<Rated>> users = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split("\t", -1);
            if (Integer.parseInt(fields[2]) >= minRating) {
                int item = numbers.computeIfAbsent(fields[1], film -> {
                    films.add(Films.plain(film, "film " + film, "genre"));
                    return films.size() - 1;
                });
                users.computeIfAbsent(Integer.valueOf(fields[0]), user -> new ArrayList<>())
                        .add(new Rated(item, Long.parseLong(fields[3])));
            }
        }
        int[] starts = new int[users.size() + 1];
        List<Rated> rows = new ArrayList<>();
        int row = 0;
        for (List<Rated> rated : users.values()) {
            rated.sort(Comparator.comparingLong(Rated::second));
            rows.addAll(rated);
            starts[++row] = rows.size();
        }
        return new InteractionSet(
                starts,
                rows.stream().mapToInt(Rated::item).toArray(),
                rows.stream().mapToLong(Rated::second).toArray(),
                films,
                users.keySet().stream().map(String::valueOf).toList());
    }
}
