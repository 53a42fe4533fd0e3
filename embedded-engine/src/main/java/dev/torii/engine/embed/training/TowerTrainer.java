package dev.torii.engine.embed.training;

import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.engine.embed.features.FeatureFitting;
import dev.torii.engine.embed.features.UserNumbers;
import dev.torii.engine.embed.towers.TowerShape;
import dev.torii.engine.embed.towers.TowerShape.DenseParameter;
import dev.torii.engine.embed.towers.TrainingGraph;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/// Trains both towers on a set of positives.
public final class TowerTrainer {
    private static final double LOSS_SMOOTHING = 0.05;

    private final TrainingSettings settings;
    private final StepClock clock = new StepClock();
    private final long mostNanos;
    private long plannedPairs;

    public TowerTrainer(TrainingSettings settings) {
        this(settings, Duration.ofDays(365));
    }

    /// Stops early, between two steps, when so much time has gone: for measurements of speed.
    public TowerTrainer(TrainingSettings settings, Duration longest) {
        this.settings = settings;
        this.mostNanos = longest.toNanos();
    }

    /// How many positives the last training was to learn from, all passes together.
    public long plannedPairs() {
        return plannedPairs;
    }

    /// How long the steps took.
    public StepClock clock() {
        return clock;
    }

    /// Trains from the beginning. The same data and settings give the same towers on the same machine.
    ///
    /// @param stage key under which progress is reported
    /// @throws dev.torii.models.problem.ToriiException CANCELLED, at any step
    public TrainedTowers train(InteractionSet data, String stage, JobContext context) {
        FeatureExtractor extractor = FeatureFitting.fit(
                data.videos(),
                data.itemCounts(),
                Instant.ofEpochSecond(Arrays.stream(data.epochSeconds()).max().orElse(0)),
                settings.maxSlots(),
                settings.halfLifeDays(),
                settings.historyLimit(),
                settings.minRating());
        TowerShape shape = new TowerShape(
                settings.dimension(),
                settings.contentWidth(),
                settings.hiddenWidth(),
                extractor.slots().rows(),
                extractor.settings().contentBuckets(),
                FeatureExtractor.NUMERIC_WIDTH,
                UserNumbers.WIDTH);
        SplittableRandom random = new SplittableRandom(settings.seed());
        TowerTables tables = TowerTables.initial(shape, 1 / Math.sqrt(shape.dimension()), random);
        TrainingGraph graph = new TrainingGraph(shape, initialParameters(shape, random), settings.temperature());
        try {
            TrainedTowers.Figures figures =
                    run(new TrainingMatrices(data, extractor), tables, graph, random, stage, context);
            return new TrainedTowers(shape, extractor, tables, graph, figures);
        } catch (RuntimeException e) {
            graph.close();
            throw e;
        }
    }

    private TrainedTowers.Figures run(
            TrainingMatrices matrices,
            TowerTables tables,
            TrainingGraph graph,
            SplittableRandom random,
            String stage,
            JobContext context) {
        StepMemory memory = StepMemory.of(settings);
        TrainingPlan plan = TrainingPlan.of(settings, ExampleOrder.exampleCount(matrices.data()), memory);
        ExampleOrder order = new ExampleOrder(matrices.data(), plan.batchSize(), plan.rowTargets(), random.split());
        StepSampler sampler = new StepSampler(
                matrices, settings, order, memory, tables.itemIds().rows(), random.split());
        int[] positives = matrices.data().itemCounts();
        CandidateSampling sampling = new CandidateSampling(positives, plan.batchSize(), settings.uniformNegatives());
        plannedPairs = plan.pairs();
        context.begin(stage, plannedPairs, "examples");
        long examples = 0;
        double loss = Double.NaN;
        long started = System.nanoTime();
        try (StepAhead ahead = new StepAhead(sampler)) {
            while (examples < plannedPairs && System.nanoTime() - started < mostNanos) {
                context.checkCancelled();
                clock.beginStep();
                StepAhead.Drawn drawn = ahead.next();
                clock.ended(StepClock.Phase.SAMPLE);
                double rate = 0.5 * plan.learningRate() * (1 + Math.cos(Math.PI * examples / plannedPairs));
                try {
                    StepRows rows = drawn.require();
                    float now = new TrainingStep(tables, sampling, rows, clock).run(graph, rate);
                    loss = Double.isNaN(loss) ? now : loss + LOSS_SMOOTHING * (now - loss);
                    examples += rows.pairs();
                    clock.endStep(rows.pairs());
                } catch (OutOfMemoryError e) {
                    int batch = halve(ahead, drawn, e, context);
                    sampling = new CandidateSampling(positives, batch, settings.uniformNegatives());
                    continue;
                }
                context.figure("epoch", 1 + (double) ((examples - 1) / order.exampleCount()));
                context.figure("loss", loss);
                context.progress(examples);
            }
        }
        return new TrainedTowers.Figures(loss, examples * 1e9 / (System.nanoTime() - started));
    }

    private static int halve(StepAhead ahead, StepAhead.Drawn drawn, OutOfMemoryError e, JobContext context) {
        int batch = ahead.halve(drawn.groups());
        if (batch == 0) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "Not even a step with the positives of one user fits into memory: " + e.getMessage() + ".",
                    "Maybe TORII_JAVA_OPTS=-Xmx8g gives more, or training.dimension is smaller.",
                    e);
        }
        context.log("A step did not fit into memory (" + e.getMessage() + "); from now on a step has " + batch
                + " positives.");
        return batch;
    }

    /// Glorot and Bengio's normal initialisation (2010); biases zero.
    private static Map<String, float[]> initialParameters(TowerShape shape, SplittableRandom random) {
        Map<String, float[]> initial = new HashMap<>();
        for (DenseParameter parameter : shape.denseParameters()) {
            float[] values = new float[parameter.size()];
            double deviation = Math.sqrt(2.0 / (parameter.rows() + parameter.columns()));
            for (int i = 0; i < values.length && !parameter.isBias(); i++) {
                values[i] = (float) (deviation * random.nextGaussian());
            }
            initial.put(parameter.name(), values);
        }
        return initial;
    }
}
