package dev.torii.app.cli;

import dev.torii.models.embedding.ExportFormat;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The names of the export formats on the command line: `savedmodel`, `tfjs`, `onnx`.
final class ExportFormatNames implements ITypeConverter<ExportFormat>, Iterable<String> {
    @Override
    public ExportFormat convert(String name) {
        return ExportFormat.of(name)
                .orElseThrow(() -> new TypeConversionException(
                        "there is no format `" + name + "`, only " + String.join(", ", names())));
    }

    @Override
    public Iterator<String> iterator() {
        return names().iterator();
    }

    private static List<String> names() {
        return Arrays.stream(ExportFormat.values()).map(ExportFormat::key).toList();
    }
}
