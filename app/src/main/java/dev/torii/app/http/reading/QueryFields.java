package dev.torii.app.http.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The parameters of a query string. Of a repeated one the first counts; those that nobody asks for are ignored.
public final class QueryFields {
    private final Map<String, List<String>> parameters;

    public QueryFields(Map<String, List<String>> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    public int integer(String name, int min, int max, int otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        return whole(text.get())
                .filter(number -> number >= min && number <= max)
                .orElseThrow(() -> Invalid.value(name, text.get(), "a whole number from " + min + " to " + max));
    }

    public Optional<UUID> uuid(String name) {
        return text(name).map(text -> TextForms.uuid(text).orElseThrow(() -> Invalid.value(name, text, "a UUID")));
    }

    /// One of `choices`, in any case of letters.
    public String choice(String name, List<String> choices, String otherwise) {
        return text(name)
                .map(text -> choices.stream()
                        .filter(choice -> choice.equals(text.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> Invalid.value(name, text, "one of " + String.join(", ", choices))))
                .orElse(otherwise);
    }

    private Optional<String> text(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    private static Optional<Integer> whole(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
