package dev.torii.app.cli;

import dev.torii.engine.Engine;
import dev.torii.engine.embed.encoding.EncodingResult;
import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.people.DecisionAction;
import dev.torii.models.catalog.Video;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.job.JobProgress;
import dev.torii.models.people.Caller;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Measures encoding on an empty engine: fills it with the sample catalogue, trains for one pass, and encodes.
final class EmbeddingBench {
    private static final int USERS = 1_000;
    private static final int WARM_UP = 200;
    private static final int CALLS = 1_000;
    private static final Map<String, String> QUICK = Map.of("epochs", "1", "batchSize", "1024");

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
    record Report(
            int videos,
            double batchSeconds,
            double videosPerSecond,
            Millis tower50,
            Millis tower500,
            Millis whole50,
            Millis whole500) {}

    Report run() {
        context.follow(engine.sample().fill(videos, USERS, seed));
        ModelVersion model = context.follow(engine.training().train(QUICK));
        if (model.state() != ModelState.ACTIVE) {
            throw new ToriiException(
                    ErrorCode.CONFLICT,
                    "The model of the measurement did not pass its gate: " + model.gateReason(),
                    "Maybe another --seed, or more videos.");
        }
        double seconds = encodeAll();
        UUID light = userWith(50);
        UUID heavy = userWith(500);
        return new Report(
                videos, seconds, videos / seconds, tower(light), tower(heavy), whole(light), whole(heavy));
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
