package dev.torii.app.http.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// The fields of a JSON object. A field that is absent or null was not given; one of the wrong kind is refused with
/// its whole name. Fields that nobody asks for are ignored.
public final class JsonFields {
    public static final JsonFields NONE = new JsonFields("", JsonNodeFactory.instance.objectNode());

    private final String prefix;
    private final ObjectNode object;

    JsonFields(String prefix, ObjectNode object) {
        this.prefix = prefix;
        this.object = object;
    }

    /// The fields of a nested object; none when it was not given.
    public JsonFields object(String name) {
        return read(
                        name,
                        "an object",
                        node -> node instanceof ObjectNode nested
                                ? Optional.of(new JsonFields(prefix + name + ".", nested))
                                : Optional.empty())
                .orElse(NONE);
    }

    public Optional<String> text(String name) {
        return read(name, "a string", JsonFields::textOf);
    }

    public Optional<Boolean> flag(String name) {
        return read(
                name, "true or false", node -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty());
    }

    public Optional<Integer> integer(String name, int min, int max) {
        return read(
                name,
                "a whole number from " + min + " to " + max,
                node -> node.isNumber()
                                && node.canConvertToExactIntegral()
                                && node.canConvertToInt()
                                && node.intValue() >= min
                                && node.intValue() <= max
                        ? Optional.of(node.intValue())
                        : Optional.empty());
    }

    public Optional<Double> number(String name, double min, double max) {
        return read(
                name,
                "a number from " + plain(min) + " to " + plain(max),
                node -> node.isNumber() && node.doubleValue() >= min && node.doubleValue() <= max
                        ? Optional.of(node.doubleValue())
                        : Optional.empty());
    }

    /// An amount of money.
    public Optional<BigDecimal> amount(String name, BigDecimal max) {
        return read(
                name,
                "a number from 0 to " + max.toPlainString(),
                node -> node.isNumber() && node.doubleValue() >= 0 && node.doubleValue() <= max.doubleValue()
                        ? Optional.of(node.decimalValue())
                        : Optional.empty());
    }

    public Optional<UUID> uuid(String name) {
        return read(name, "a UUID", node -> textOf(node).flatMap(TextForms::uuid));
    }

    public Optional<Instant> instant(String name) {
        return read(
                name,
                "a date such as 2026-01-31 or a time such as 2026-01-31T00:00:00Z",
                node -> textOf(node).flatMap(TextForms::instant));
    }

    /// An array of strings; empty when it was not given.
    public List<String> texts(String name, int most) {
        return elements(name, "an array of strings", most, JsonFields::textOf);
    }

    /// An array of UUIDs; empty when it was not given.
    public Set<UUID> uuids(String name, int most) {
        return new LinkedHashSet<>(
                elements(name, "an array of UUIDs", most, node -> textOf(node).flatMap(TextForms::uuid)));
    }

    private <T> List<T> elements(String name, String expected, int most, Function<JsonNode, Optional<T>> reading) {
        JsonNode array = object.get(name);
        if (array == null || array.isNull()) {
            return List.of();
        }
        if (!array.isArray() || array.size() > most) {
            throw Invalid.value(prefix + name, describe(array), expected + " with at most " + most + " elements");
        }
        List<T> values = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            values.add(reading.apply(element)
                    .orElseThrow(() ->
                            Invalid.value(prefix + name + "[" + values.size() + "]", element.toString(), expected)));
        }
        return values;
    }

    private <T> Optional<T> read(String name, String expected, Function<JsonNode, Optional<T>> reading) {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        Optional<T> value = reading.apply(node);
        if (value.isEmpty()) {
            throw Invalid.value(prefix + name, describe(node), expected);
        }
        return value;
    }

    /// PostgreSQL keeps no NUL in text, so it is refused at the door.
    private static Optional<String> textOf(JsonNode node) {
        return node.isTextual() && node.textValue().indexOf('\0') < 0
                ? Optional.of(node.textValue())
                : Optional.empty();
    }

    private static String describe(JsonNode node) {
        return node.isContainerNode()
                ? (node.isArray() ? "an array of " : "an object of ") + node.size()
                : node.toString();
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
