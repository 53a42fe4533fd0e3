package dev.torii.app.cli;

import dev.torii.engine.Engine;
import dev.torii.engine.embed.encoding.EncodingResult;
import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.people.DecisionAction;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.job.JobProgress;
import dev.torii.models.people.Caller;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Measures encoding on an empty engine: trains on the sample catalogue, lets the catalogue grow to the
/// wanted size by an import of like videos, and encodes it.
final class EmbeddingBench {
    private static final int SAMPLE = 2_000;
    private static final int USERS = 1_000;
    private static final int WARM_UP = 200;
    private static final int CALLS = 1_000;
    private static final Map<String, String> QUICK = Map.of("epochs", "3");

    private final CommandContext context;
    private final Engine engine;
    private final int videos;
    private final long seed;

    EmbeddingBench(CommandContext context, Engine engine, int videos, long seed) {
        this.context = context;
        this.engine = engine;
        this.videos = videos;
        this.seed = seed;
    }

    /// Milliseconds of a call.
    record Millis(double p50, double p95, double p99) {
        static Millis of(long[] nanos) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Millis(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
        }

        private static double at(long[] sorted, double share) {
            return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
        }
    }

    /// @param batchSeconds from the first video read to the last vector written
    /// @param tower50 from a history in memory to its vector
    /// @param whole50 from the history in the database to the vector in the database
    /// @param recommend a list of 20 for a user, nothing else going on
    /// @param recommendWhileEncoding the same, 20 a second, while the catalogue is encoded again
    /// @param videosPerSecondWhileServing of that encoding, which steps aside for each request
    record Report(
            int videos,
            double batchSeconds,
            double videosPerSecond,
            Millis tower50,
            Millis tower500,
            Millis whole50,
            Millis whole500,
            Millis recommend,
            Millis recommendWhileEncoding,
            double videosPerSecondWhileServing) {}

    Report run() {
        context.follow(engine.sample().fill(Math.min(videos, SAMPLE), USERS, seed));
        ModelVersion model = context.follow(engine.training().train(QUICK));
        if (model.state() != ModelState.ACTIVE) {
            throw new ToriiException(
                    ErrorCode.CONFLICT,
                    "The model of the measurement did not pass its gate: " + model.gateReason(),
                    "Maybe another --seed, or more videos.");
        }
        if (videos > SAMPLE) {
            grow();
        }
        double seconds = encodeAll();
        UUID light = userWith(50);
        UUID heavy = userWith(500);
        Millis towerLight = tower(light);
        Millis towerHeavy = tower(heavy);
        Millis wholeLight = whole(light);
        Millis wholeHeavy = whole(heavy);
        ServingBench serving = new ServingBench(engine, light);
        Millis quiet = serving.quiet();
        ServingBench.Shared shared = serving.whileEncoding();
        return new Report(
                videos,
                seconds,
                videos / seconds,
                towerLight,
                towerHeavy,
                wholeLight,
                wholeHeavy,
                quiet,
                shared.recommend(),
                shared.videosPerSecond());
    }

    /// Removes the home of a measurement.
    static void delete(Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double encodeAll() {
        Job<EncodingResult> job = engine.encoding().embedAll(false);
        long[] span = new long[2];
        job.onChange(snapshot -> {
            JobProgress progress = snapshot.progress();
            if (progress.message().equals("embed.videos")) {
                span[0] = span[0] == 0 ? System.nanoTime() : span[0];
                span[1] = System.nanoTime();
            }
        });
        context.follow(job);
        return (span[1] - span[0]) / 1e9;
    }

    /// Imports videos with the titles (a number behind), terms and numbers of those that are there.
    private void grow() {
        List<Video> models = engine.catalog().search("", SAMPLE);
        try {
            Path file = Files.createTempFile("torii-bench-", ".csv");
            Path nothing = Files.createTempFile("torii-bench-", ".csv");
            try {
                Files.writeString(nothing, "user_id,video_id,kind,value,at\n");
                try (BufferedWriter rows = Files.newBufferedWriter(file)) {
                    rows.write("id,title,genres,maker,label,series,performers,duration_seconds,price,released_at\n");
                    for (int i = SAMPLE; i < videos; i++) {
                        rows.write(row(i, models.get(i % models.size())));
                    }
                }
                context.follow(engine.imports().csv(file, nothing));
            } finally {
                Files.delete(file);
                Files.delete(nothing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(int number, Video video) {
        return Stream.of(
                                "bench" + number,
                                video.title() + " " + number,
                                names(video, TermKind.GENRE),
                                names(video, TermKind.MAKER),
                                names(video, TermKind.LABEL),
                                names(video, TermKind.SERIES),
                                names(video, TermKind.PERFORMER),
                                Objects.toString(video.durationSeconds(), ""),
                                Objects.toString(video.price(), ""),
                                Objects.toString(video.releasedAt(), ""))
                        .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private static String names(Video video, TermKind kind) {
        return String.join("|", video.names(kind));
    }

    private UUID userWith(int likes) {
        UUID user = UUID.nameUUIDFromBytes(new byte[] {(byte) (likes >> 8), (byte) likes});
        List<Video> liked = engine.catalog().search("", likes);
        for (Video video : liked) {
            engine.likes().decide(Caller.SERVICE, user, video.id(), DecisionAction.LIKE);
        }
        return user;
    }

    private Millis tower(UUID user) {
        TowerModel towers = engine.activeModel().require();
        List<List<HistoryEntry>> history = List.of(engine.people().history(user, 500));
        return time(() -> towers.encodeUsers(history));
    }

    private Millis whole(UUID user) {
        return time(() -> engine.encoding().refreshUser(Caller.SERVICE, user));
    }

    private static Millis time(Runnable call) {
        for (int i = 0; i < WARM_UP; i++) {
            call.run();
        }
        long[] nanos = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long begun = System.nanoTime();
            call.run();
            nanos[i] = System.nanoTime() - begun;
        }
        return Millis.of(nanos);
    }
}
