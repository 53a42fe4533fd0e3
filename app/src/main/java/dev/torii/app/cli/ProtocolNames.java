package dev.torii.app.cli;

import dev.torii.models.evaluate.Protocol;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The names of the protocols on the command line: `temporal`, `leave-one-out` ...
final class ProtocolNames implements ITypeConverter<Protocol>, Iterable<String> {
    private static final List<Protocol> CHOICES =
            List.of(Protocol.TEMPORAL, Protocol.FOLDS, Protocol.LEAVE_ONE_OUT, Protocol.COLD_START);

    @Override
    public Protocol convert(String name) {
        String wanted = name.strip().replace('_', '-');
        return CHOICES.stream()
                .filter(protocol -> protocol.wireName().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "there is no protocol `" + name + "`, only " + String.join(", ", names())));
    }

    @Override
    public Iterator<String> iterator() {
        return names().iterator();
    }

    private static List<String> names() {
        return CHOICES.stream().map(Protocol::wireName).toList();
    }
}
