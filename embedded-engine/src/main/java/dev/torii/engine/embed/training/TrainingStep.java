package dev.torii.engine.embed.training;

import dev.torii.engine.embed.towers.BatchGradients;
import dev.torii.engine.embed.towers.TrainingBatch;
import dev.torii.engine.embed.towers.TrainingGraph;

/// One step: pools, TensorFlow, and the way back into the tables.
record TrainingStep(TowerTables tables, CandidateSampling sampling, StepRows rows, StepClock clock) {
    /// @return the loss
    float run(TrainingGraph graph, double rate) {
        TrainingBatch batch = batch();
        clock.ended(StepClock.Phase.GATHER);
        BatchGradients gradients = graph.step(batch, rate);
        clock.ended(StepClock.Phase.TENSORFLOW);
        tables.itemIds().descend(rows.itemIdEntries(), gradients.itemId(), rate);
        tables.historyIds().descend(rows.historyIdEntries(), gradients.userHistory(), rate);
        tables.content()
                .descend(
                        rows.contentEntries(),
                        gradients.itemContent(),
                        rows.candidates().length,
                        gradients.userContent(),
                        rate);
        clock.ended(StepClock.Phase.UPDATE);
        return gradients.loss();
    }

    private TrainingBatch batch() {
        float[] logSampling = new float[rows.candidates().length];
        for (int c = 0; c < logSampling.length; c++) {
            logSampling[c] = sampling.log(rows.candidates()[c]);
        }
        return new TrainingBatch(
                tables.historyIds().pool(rows.historySlots()),
                tables.content().pool(rows.historyTerms()),
                rows.userNumeric(),
                tables.itemIds().pool(rows.candidateSlots()),
                tables.content().pool(rows.candidateTokens()),
                rows.candidateNumeric(),
                rows.pairRows(),
                rows.targets(),
                logSampling,
                rows.masked());
    }
}
