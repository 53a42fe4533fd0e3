package dev.torii.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes a small data set as CSV files: videos of four genres, and users each of whom mostly likes one of them.
/// User `u<i>` likes genre `i % 4`.
final class TasteFiles {
    static final int GENRES = 4;
    static final int VIDEOS = 160;
    static final int USERS = 100;

    final Path videos;
    final Path interactions;

    TasteFiles(Path folder, long seed) throws IOException {
        Random random = new Random(seed);
        videos = folder.resolve("videos.csv");
        interactions = folder.resolve("interactions.csv");
        List<String> lines = new ArrayList<>(List.of("id,title,genres,maker,price,released_at,rating_average"));
        for (int i = 0; i < VIDEOS; i++) {
            lines.add("v%d,Title %d,%s,maker %d,%d,2025-01-%02d,%d"
                    .formatted(i, i, genre(i), i % 7, 100 * (i % 10), 1 + i % 28, i % 6));
        }
        Files.write(videos, lines);
        lines = new ArrayList<>(List.of("user_id,video_id,kind,value,at"));
        for (int user = 0; user < USERS; user++) {
            for (int n = 0; n < 14; n++) {
                boolean own = n < 12;
                int video = GENRES * random.nextInt(VIDEOS / GENRES) + (own ? user % GENRES : random.nextInt(GENRES));
                lines.add("u%d,v%d,rating,%d,2026-01-%02dT00:00:%02dZ"
                        .formatted(user, video, own ? 5 : 3, 1 + n, user % 60));
            }
        }
        Files.write(interactions, lines);
    }

    static String genre(int number) {
        return "genre " + number % GENRES;
    }
}
