package dev.torii.engine.embed.training;

import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.engine.embed.features.FeatureFitting;
import dev.torii.engine.embed.features.UserNumbers;
import dev.torii.engine.embed.towers.BatchGradients;
import dev.torii.engine.embed.towers.TowerShape;
import dev.torii.engine.embed.towers.TowerShape.DenseParameter;
import dev.torii.engine.embed.towers.TrainingBatch;
import dev.torii.engine.embed.towers.TrainingGraph;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import java.time.Instant;
import java.util.Arrays;
import java.time.Duration;
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
        StepSampler sampler = new StepSampler(matrices, settings, random);
        CandidateSampling sampling =
                new CandidateSampling(matrices.data(), settings.batchSize(), settings.uniformNegatives());
        long totalSteps = (long) settings.epochs() * sampler.stepsPerEpoch();
        plannedPairs = (long) settings.epochs() * sampler.exampleCount();
        context.begin(stage, plannedPairs, "examples");
        long step = 0;
        long examples = 0;
        double loss = Double.NaN;
        long started = System.nanoTime();
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            context.figure("epoch", epoch);
            sampler.shuffle();
            for (int s = 0; s < sampler.stepsPerEpoch() && System.nanoTime() - started < mostNanos; s++) {
                context.checkCancelled();
                clock.beginStep();
                double rate = 0.5 * settings.learningRate() * (1 + Math.cos(Math.PI * step / totalSteps));
                StepRows rows = sampler.rows(s);
                clock.ended(StepClock.Phase.SAMPLE);
                float now = new TrainingStep(matrices, tables, sampling, rows, clock).run(graph, rate, ++step);
                loss = Double.isNaN(loss) ? now : loss + LOSS_SMOOTHING * (now - loss);
                clock.endStep(rows.examples());
                examples += rows.examples();
                context.figure("loss", loss);
                context.progress(examples);
            }
        }
        return new TrainedTowers.Figures(loss, examples * 1e9 / (System.nanoTime() - started));
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

    /// One step: pools, TensorFlow, and the way back into the tables.
    private record TrainingStep(
            TrainingMatrices matrices, TowerTables tables, CandidateSampling sampling, StepRows rows, StepClock clock) {

        float run(TrainingGraph graph, double rate, long step) {
            TrainingBatch batch = batch();
            clock.ended(StepClock.Phase.GATHER);
            BatchGradients gradients = graph.step(batch, rate);
            clock.ended(StepClock.Phase.TENSORFLOW);
            tables.itemIds().descend(rows.candidateSlots(), gradients.itemId(), rate, step);
            tables.historyIds()
                    .descend(rows.historySlots(), spread(gradients.userHistory(), tables.historyIds()), rate, step);
            SparseRows stacked = SparseRows.stack(rows.learnedTokens(), rows.historyTerms());
            float[] content = concat(gradients.itemContent(), spread(gradients.userContent(), tables.content()));
            tables.content().descend(stacked, content, rate, step);
            clock.ended(StepClock.Phase.UPDATE);
            return gradients.loss();
        }

        private TrainingBatch batch() {
            int numericWidth = FeatureExtractor.NUMERIC_WIDTH;
            float[] numeric = new float[rows.candidates().length * numericWidth];
            float[] logSampling = new float[rows.candidates().length];
            for (int c = 0; c < logSampling.length; c++) {
                int item = rows.candidates()[c];
                System.arraycopy(matrices.features(item).numeric(), 0, numeric, c * numericWidth, numericWidth);
                logSampling[c] = sampling.log(item);
            }
            return new TrainingBatch(
                    gathered(rows.historySlots(), tables.historyIds()),
                    gathered(rows.historyTerms(), tables.content()),
                    rows.userNumeric(),
                    rows.candidateSlots()
                            .times(tables.itemIds().values(), tables.itemIds().width()),
                    rows.candidateTokens()
                            .times(tables.content().values(), tables.content().width()),
                    numeric,
                    rows.targets(),
                    logSampling,
                    rows.masked());
        }

        private int users(SparseRows pools) {
            return pools.rowCount() - rows.examples();
        }

        /// The pools of the examples, the target taken out.
        private float[] gathered(SparseRows pools, EmbeddingTable table) {
            int width = table.width();
            float[] pooled = pools.times(table.values(), width);
            float[] inputs = new float[rows.examples() * width];
            for (int e = 0; e < rows.examples(); e++) {
                float scale = rows.scales()[e];
                SparseRows.addScaled(inputs, e * width, pooled, rows.userRows()[e] * width, scale, width);
                SparseRows.addScaled(inputs, e * width, pooled, (users(pools) + e) * width, scale, width);
            }
            return inputs;
        }

        /// The gradient with respect to the pools from that with respect to the examples: the transpose of
        /// [#gathered].
        private float[] spread(float[] gradients, EmbeddingTable table) {
            int width = table.width();
            int users = users(rows.historySlots());
            float[] spread = new float[(users + rows.examples()) * width];
            for (int e = 0; e < rows.examples(); e++) {
                float scale = rows.scales()[e];
                SparseRows.addScaled(spread, rows.userRows()[e] * width, gradients, e * width, scale, width);
                SparseRows.addScaled(spread, (users + e) * width, gradients, e * width, scale, width);
            }
            return spread;
        }

        private static float[] concat(float[] first, float[] second) {
            float[] both = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, both, first.length, second.length);
            return both;
        }
    }
}
