package dev.torii.engine.embed.training;

import dev.torii.engine.embed.features.HistoryWeights;
import dev.torii.engine.embed.features.UserNumbers;
import dev.torii.engine.embed.towers.TrainingBatch;
import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Draws the steps of a training run. Each positive of a user with at least two of them is an example once an
/// epoch.
final class StepSampler {
    private final TrainingMatrices matrices;
    private final InteractionSet data;
    private final TrainingSettings settings;
    private final SplittableRandom random;
    private final int[] userOf;
    private final int[] examples;
    private final int[] candidateOf;
    private final int[] positives;

    StepSampler(TrainingMatrices matrices, TrainingSettings settings, SplittableRandom random) {
        this.matrices = matrices;
        this.data = matrices.data();
        this.settings = settings;
        this.random = random;
        this.userOf = new int[data.interactionCount()];
        int[] usable = new int[data.interactionCount()];
        int count = 0;
        for (int user = 0; user < data.userCount(); user++) {
            int start = data.rowStarts()[user];
            int end = data.rowStarts()[user + 1];
            Arrays.fill(userOf, start, end, user);
            for (int k = start; k < end && end - start > 1; k++) {
                usable[count++] = k;
            }
        }
        this.examples = Arrays.copyOf(usable, count);
        this.candidateOf = new int[data.itemCount()];
        Arrays.fill(candidateOf, -1);
        this.positives = data.itemCounts();
    }

    int exampleCount() {
        return examples.length;
    }

    int stepsPerEpoch() {
        return Math.max(1, Math.ceilDiv(examples.length, settings.batchSize()));
    }

    /// Brings the examples into a new order; call it before each epoch.
    void shuffle() {
        for (int i = examples.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int example = examples[i];
            examples[i] = examples[other];
            examples[other] = example;
        }
    }

    /// The rows of step `step` of the epoch, 0 to [#stepsPerEpoch] - 1.
    StepRows rows(int step) {
        int from = (int) ((long) examples.length * step / stepsPerEpoch());
        int to = (int) ((long) examples.length * (step + 1) / stepsPerEpoch());
        int[] batch = Arrays.copyOfRange(examples, from, to);
        int[] targets = new int[batch.length];
        int[] candidates = drawCandidates(batch, targets);
        int[] userRows = new int[batch.length];
        int[] users = distinctUsers(batch, userRows);
        float[] masked = mask(batch, targets, candidates.length);
        for (int item : candidates) {
            candidateOf[item] = -1;
        }
        return new StepRows(
                userRows,
                scales(batch),
                numbers(users, batch, userRows),
                histories(users, batch, userRows, true),
                histories(users, batch, userRows, false),
                slots(candidates),
                tokens(candidates, false),
                tokens(candidates, true),
                candidates,
                targets,
                masked);
    }

    private int[] drawCandidates(int[] batch, int[] targets) {
        int[] candidates = new int[batch.length + settings.uniformNegatives()];
        int count = 0;
        for (int e = 0; e < batch.length; e++) {
            int item = data.items()[batch[e]];
            if (candidateOf[item] < 0) {
                candidateOf[item] = count;
                candidates[count++] = item;
            }
            targets[e] = candidateOf[item];
        }
        for (int n = 0; n < settings.uniformNegatives(); n++) {
            int item = random.nextInt(data.itemCount());
            if (candidateOf[item] < 0) {
                candidateOf[item] = count;
                candidates[count++] = item;
            }
        }
        return Arrays.copyOf(candidates, count);
    }

    private int[] distinctUsers(int[] batch, int[] userRows) {
        int[] users =
                Arrays.stream(batch).map(k -> userOf[k]).sorted().distinct().toArray();
        for (int e = 0; e < batch.length; e++) {
            userRows[e] = Arrays.binarySearch(users, userOf[batch[e]]);
        }
        return users;
    }

    /// What else the user liked is no negative.
    private float[] mask(int[] batch, int[] targets, int candidateCount) {
        float[] masked = new float[batch.length * candidateCount];
        for (int e = 0; e < batch.length; e++) {
            int user = userOf[batch[e]];
            for (int k = data.rowStarts()[user]; k < data.rowStarts()[user + 1]; k++) {
                int candidate = candidateOf[data.items()[k]];
                if (candidate >= 0 && candidate != targets[e]) {
                    masked[e * candidateCount + candidate] = TrainingBatch.MASKED;
                }
            }
        }
        return masked;
    }

    private float[] scales(int[] batch) {
        float[] scales = new float[batch.length];
        for (int e = 0; e < batch.length; e++) {
            float weight = matrices.entryWeight(batch[e]);
            double rest = matrices.squares(userOf[batch[e]]) - (double) weight * weight;
            scales[e] = rest < 1e-12 ? 0 : HistoryWeights.poolScale(rest);
        }
        return scales;
    }

    private float[] numbers(int[] users, int[] batch, int[] userRows) {
        UserNumbers[] numbers = new UserNumbers[users.length];
        for (int row = 0; row < users.length; row++) {
            numbers[row] = matrices.numbers(users[row]);
        }
        float[] columns = new float[batch.length * UserNumbers.WIDTH];
        for (int e = 0; e < batch.length; e++) {
            matrices.writeNumbers(
                    numbers[userRows[e]], users[userRows[e]], batch[e], columns, e * UserNumbers.WIDTH);
        }
        return columns;
    }

    private SparseRows histories(int[] users, int[] batch, int[] userRows, boolean slots) {
        SparseRows source = slots ? matrices.historySlots() : matrices.historyTerms();
        SparseRows.Builder rows = new SparseRows.Builder(users.length + batch.length, 64 * users.length);
        boolean[] hidden = new boolean[users.length];
        for (int row = 0; row < users.length; row++) {
            hidden[row] = slots && random.nextDouble() < settings.idDropout();
            if (!hidden[row]) {
                rows.addAll(source, users[row], 1);
            }
            rows.endRow();
        }
        for (int e = 0; e < batch.length; e++) {
            int item = data.items()[batch[e]];
            float weight = -matrices.entryWeight(batch[e]);
            if (!slots) {
                rows.addAll(matrices.itemTerms(), item, weight);
            } else if (!hidden[userRows[e]] && matrices.slot(item) > 0) {
                rows.add(matrices.slot(item), weight);
            }
            rows.endRow();
        }
        return rows.build();
    }

    private SparseRows slots(int[] candidates) {
        SparseRows.Builder rows = new SparseRows.Builder(candidates.length, candidates.length);
        for (int item : candidates) {
            if (matrices.slot(item) > 0 && random.nextDouble() >= settings.idDropout()) {
                rows.add(matrices.slot(item), 1);
            }
            rows.endRow();
        }
        return rows.build();
    }

    private SparseRows tokens(int[] candidates, boolean learned) {
        SparseRows.Builder rows = new SparseRows.Builder(candidates.length, 64 * candidates.length);
        for (int item : candidates) {
            if (!learned || positives[item] > 0) {
                rows.addAll(matrices.itemTokens(), item, 1);
            }
            rows.endRow();
        }
        return rows.build();
    }
}
