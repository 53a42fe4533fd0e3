package dev.torii.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;

/// What a server answered.
record Reply(int status, HttpResponse<String> response) {
    String body() {
        return response.body();
    }

    /// The first value of a header; empty without it.
    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        try {
            return JsonMapper.builder().build().readTree(body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON: " + body(), e);
        }
    }

    /// The `error` object of an error answer.
    JsonNode error() {
        return json().path("error");
    }
}
