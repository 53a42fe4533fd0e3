package dev.torii.app.cli;

import dev.torii.models.recommendation.Algorithm;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The names of the algorithms on the command line: `popular`, `item_knn` ...
final class AlgorithmNames implements ITypeConverter<Algorithm>, Iterable<String> {
    @Override
    public Algorithm convert(String name) {
        return Arrays.stream(Algorithm.values())
                .filter(algorithm -> algorithm.wireName().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no algorithm `" + name + "`, only "
                        + names().stream().collect(Collectors.joining(", "))));
    }

    @Override
    public Iterator<String> iterator() {
        return names().iterator();
    }

    private static List<String> names() {
        return Arrays.stream(Algorithm.values()).map(Algorithm::wireName).toList();
    }
}
