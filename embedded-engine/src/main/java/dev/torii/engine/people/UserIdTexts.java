package dev.torii.engine.people;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.UUID;

/// Ids of users as their texts, 16 bytes each; a text is made when it is read.
final class UserIdTexts extends AbstractList<String> implements RandomAccess {
    private final long[] halves;

    /// @param halves the upper and the lower half of each id in turn
    UserIdTexts(long[] halves) {
        this.halves = halves;
    }

    @Override
    public int size() {
        return halves.length / 2;
    }

    @Override
    public String get(int index) {
        return new UUID(halves[2 * index], halves[2 * index + 1]).toString();
    }
}
