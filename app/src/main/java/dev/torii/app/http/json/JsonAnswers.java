package dev.torii.app.http.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;

/// Writes answer records as JSON: components in snake case, absent values as null.
public final class JsonAnswers {
    /// The one content type of JSON answers; Supabase's client parses no other as an object.
    public static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private final ObjectWriter writer = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build()
            .writer();

    /// Makes `answer` the body of the response.
    public void send(Context context, int status, Object answer) {
        context.status(status).contentType(CONTENT_TYPE).result(bytes(answer));
    }

    public byte[] bytes(Object answer) {
        try {
            return writer.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer record is always writable", e);
        }
    }
}
