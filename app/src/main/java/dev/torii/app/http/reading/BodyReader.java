package dev.torii.app.http.reading;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.torii.app.http.problem.ProblemKind;
import dev.torii.app.http.problem.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the body of a request as one JSON object. No body at all is an object without fields, whatever its
/// declared type; a body without a type is read as JSON.
public final class BodyReader {
    private static final Pattern JSON_TYPE =
            Pattern.compile("application/([a-z0-9.+-]+\\+)?json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?;?");

    private final int maxBytes;
    private final ObjectReader reader = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    public BodyReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// @param declaredLength of the `content-length` header; negative when there is none
    /// @throws Refusal 400 no JSON object, 413 too long, 415 another type
    /// @throws IOException when the connection breaks
    public JsonFields read(InputStream body, long declaredLength, @Nullable String contentType) throws IOException {
        if (declaredLength > maxBytes) {
            throw tooLarge();
        }
        byte[] bytes = body.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw tooLarge();
        }
        if (bytes.length == 0) {
            return JsonFields.NONE;
        }
        if (contentType != null
                && !JSON_TYPE
                        .matcher(contentType.strip().toLowerCase(Locale.ROOT))
                        .matches()) {
            throw new Refusal(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "The body is of a type that is not read here; expected application/json.",
                    Map.of("expected", "application/json"));
        }
        return parse(bytes);
    }

    private JsonFields parse(byte[] bytes) throws IOException {
        try {
            JsonNode tree = reader.readTree(bytes);
            if (tree instanceof ObjectNode object) {
                return new JsonFields("", object);
            }
        } catch (JsonProcessingException e) {
            throw malformed("The body is no JSON" + place(e.getLocation()) + ".");
        }
        throw malformed("The body is JSON, but no object.");
    }

    /// Empty where the parser names no place: it does not when a limit is passed.
    private static String place(@Nullable JsonLocation at) {
        return at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static Refusal malformed(String message) {
        return new Refusal(ProblemKind.BAD_REQUEST, message, Map.of("expected", "a JSON object"));
    }

    private Refusal tooLarge() {
        return new Refusal(
                ProblemKind.PAYLOAD_TOO_LARGE,
                "The body is longer than " + maxBytes + " bytes.",
                Map.of("max_bytes", maxBytes));
    }
}
