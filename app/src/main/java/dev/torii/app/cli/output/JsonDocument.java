package dev.torii.app.cli.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/// Writes records and maps as JSON: names in snake case, times in ISO 8601, durations in seconds, enums in
/// lower case, the keys of maps in order, so that equal values make equal documents.
public final class JsonDocument {
    private JsonDocument() {}

    /// @param value records, maps, lists and plain values
    public static String of(Object value) {
        SimpleModule types = new SimpleModule()
                .addSerializer(new As<>(Instant.class, Instant::toString))
                .addSerializer(new As<>(Path.class, Path::toString))
                .addSerializer(new As<>(Duration.class, duration -> duration.toNanos() / 1e9))
                .addSerializer(new As<>(Enum.class, constant -> constant.name().toLowerCase(Locale.ROOT)));
        try {
            return new ObjectMapper()
                    .registerModule(types)
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .setSerializationInclusion(JsonInclude.Include.ALWAYS)
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass() + " cannot be written as JSON", e);
        }
    }

    private static final class As<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<T, Object> form;

        As(Class<T> type, Function<T, Object> form) {
            super(type);
            this.form = form;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writePOJO(form.apply(value));
        }
    }
}
