package dev.torii.engine.evaluate;

import java.util.function.IntPredicate;

/// Users by how many positives they have in training.
enum UserTier implements IntPredicate {
    NEW("new users", "users with 1 to 5 positives in training", 1, 5),
    MEDIUM("medium users", "users with 6 to 49 positives in training", 6, 49),
    HEAVY("heavy users", "users with 50 positives in training or more", 50, Integer.MAX_VALUE);

    private final String label;
    private final String definition;
    private final int fewest;
    private final int most;

    UserTier(String label, String definition, int fewest, int most) {
        this.label = label;
        this.definition = definition;
        this.fewest = fewest;
        this.most = most;
    }

    String label() {
        return label;
    }

    String definition() {
        return definition;
    }

    @Override
    public boolean test(int positives) {
        return positives >= fewest && positives <= most;
    }
}
