package dev.torii.engine.embed.export.tower;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Passes all operations on and notes which variables they name.
final class UsedVariables<T> implements TowerOperations<T> {
    private final TowerOperations<T> target;
    private final Set<String> names = new TreeSet<>();

    UsedVariables(TowerOperations<T> target) {
        this.target = target;
    }

    Set<String> names() {
        return names;
    }

    @Override
    public T indices(String name) {
        return target.indices(name);
    }

    @Override
    public T bag(String name) {
        return target.bag(name);
    }

    @Override
    public T bagWeights(String name) {
        return target.bagWeights(name);
    }

    @Override
    public T numbers(String name, int width) {
        return target.numbers(name, width);
    }

    @Override
    public T rows(String table, T indices) {
        names.add(table);
        return target.rows(table, indices);
    }

    @Override
    public T pool(String table, T bag, T weights) {
        names.add(table);
        return target.pool(table, bag, weights);
    }

    @Override
    public T concat(List<T> parts) {
        return target.concat(parts);
    }

    @Override
    public T dense(T input, String kernel, @Nullable String bias, boolean relu) {
        names.add(kernel);
        if (bias != null) {
            names.add(bias);
        }
        return target.dense(input, kernel, bias, relu);
    }

    @Override
    public T add(T first, T second) {
        return target.add(first, second);
    }

    @Override
    public T unitLength(T rows) {
        return target.unitLength(rows);
    }

    @Override
    public void output(String name, T rows) {
        target.output(name, rows);
    }
}
