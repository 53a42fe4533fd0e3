package dev.torii.engine.evaluate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.torii.models.evaluate.EvaluationReport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/// A report as a JSON document, and back: names in snake case, times in ISO 8601, durations in seconds, enums in
/// lower case with hyphens, metrics in the order of the table.
public final class EvaluationJson {
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new SimpleModule()
                    .addSerializer(new Written<>(Instant.class, Instant::toString))
                    .addSerializer(new Written<>(Duration.class, duration -> duration.toNanos() / 1e9))
                    .addSerializer(new Written<>(
                            Enum.class,
                            constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                    .addDeserializer(Instant.class, new Read<>(Instant.class, Instant::parse))
                    .addDeserializer(
                            Duration.class,
                            new Read<>(
                                    Duration.class,
                                    text -> Duration.ofNanos(Math.round(Double.parseDouble(text) * 1e9)))))
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    /// The document as a tree.
    public JsonNode tree(EvaluationReport report) {
        return json.valueToTree(report);
    }

    /// The document as text, indented.
    String write(EvaluationReport report) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(tree(report)) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report cannot be written as JSON", e);
        }
    }

    /// The report of a document.
    ///
    /// @throws IOException when it is not one
    EvaluationReport read(String document) throws IOException {
        JsonNode tree = json.readTree(document);
        constants(tree, "protocol");
        tree.path("segments").forEach(segment -> constants(segment, "group"));
        return json.treeToValue(tree, EvaluationReport.class);
    }

    private static void constants(JsonNode node, String field) {
        if (node instanceof ObjectNode object && object.path(field).isTextual()) {
            object.put(
                    field, object.get(field).asText().toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private static final class Written<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<T, Object> form;

        Written(Class<T> type, Function<T, Object> form) {
            super(type);
            this.form = form;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writePOJO(form.apply(value));
        }
    }

    private static final class Read<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> meaning;

        Read(Class<T> type, Function<String, T> meaning) {
            super(type);
            this.meaning = meaning;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return meaning.apply(parser.getText());
            } catch (RuntimeException e) {
                throw context.weirdStringException(parser.getText(), handledType(), String.valueOf(e.getMessage()));
            }
        }
    }
}
