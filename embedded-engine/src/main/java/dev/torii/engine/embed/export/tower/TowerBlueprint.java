package dev.torii.engine.embed.export.tower;

import dev.torii.engine.embed.towers.SavedTowers;
import java.io.IOException;
import java.util.List;

/// What a tower computes, as a sequence of operations: the same as its SavedModel.
public enum TowerBlueprint {
    ITEM(SavedTowers.ITEM_TOWER, "item") {
        @Override
        <T> T idPart(TowerOperations<T> operations) {
            return operations.rows(SavedTowers.ITEM_IDS, operations.indices(SavedTowers.SLOTS));
        }
    },
    USER(SavedTowers.USER_TOWER, "user") {
        @Override
        <T> T idPart(TowerOperations<T> operations) {
            T slots = operations.bag(SavedTowers.SLOTS);
            return operations.pool(SavedTowers.HISTORY_IDS, slots, operations.bagWeights(SavedTowers.SLOT_WEIGHTS));
        }
    };

    private final String folder;
    private final String prefix;

    TowerBlueprint(String folder, String prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    /// The folder of the tower in a model version, and in an export.
    public String folder() {
        return folder;
    }

    /// Draws the tower.
    ///
    /// @param weights of this tower; its inputs decide whether there are numbers beside the bags
    /// @throws IOException when the tower holds a variable that the drawing does not know
    public <T> void draw(TowerVariables weights, TowerOperations<T> operations) throws IOException {
        UsedVariables<T> used = new UsedVariables<>(operations);
        T ids = idPart(used);
        T bag = used.bag(SavedTowers.TOKENS);
        T described = used.pool(SavedTowers.CONTENT, bag, used.bagWeights(SavedTowers.TOKEN_WEIGHTS));
        if (weights.hasInput(SavedTowers.NUMERIC)) {
            int width = weights.rows(prefix + "_hidden") - weights.columns(SavedTowers.CONTENT);
            T numbers = used.numbers(SavedTowers.NUMERIC, width);
            described = used.concat(List.of(described, numbers));
        }
        T hidden = used.dense(described, prefix + "_hidden", prefix + "_hidden_bias", true);
        T sum = used.add(ids, used.dense(hidden, prefix + "_output", null, false));
        used.output(SavedTowers.VECTOR, used.unitLength(sum));
        if (!used.names().equals(weights.names())) {
            throw new IOException("the " + folder + " holds the variables " + weights.names()
                    + ", and the export knows " + used.names());
        }
    }

    abstract <T> T idPart(TowerOperations<T> operations);
}
