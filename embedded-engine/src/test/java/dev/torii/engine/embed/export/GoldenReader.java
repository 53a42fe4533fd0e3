package dev.torii.engine.embed.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.InteractionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the raw side of exported examples.
final class GoldenReader {
    private final List<Video> videos = new ArrayList<>();
    private final List<List<HistoryEntry>> histories = new ArrayList<>();

    GoldenReader(JsonNode golden) {
        golden.path("videos").forEach(example -> videos.add(video(example.path("video"))));
        for (JsonNode user : golden.path("users")) {
            List<HistoryEntry> history = new ArrayList<>();
            for (JsonNode entry : user.path("history")) {
                history.add(new HistoryEntry(
                        videos.get(entry.path("video").asInt()),
                        InteractionKind.valueOf(entry.path("kind").asText()),
                        entry.path("value").asDouble(),
                        Instant.parse(entry.path("at").asText())));
            }
            histories.add(history);
        }
    }

    List<Video> videos() {
        return videos;
    }

    List<List<HistoryEntry>> histories() {
        return histories;
    }

    private static Video video(JsonNode json) {
        List<Term> terms = new ArrayList<>();
        json.path("terms")
                .forEach(term -> terms.add(new Term(
                        TermKind.valueOf(term.path("kind").asText()),
                        term.path("id").asText(),
                        term.path("name").asText(),
                        null)));
        JsonNode released = json.path("releasedAt");
        return new Video(
                UUID.fromString(json.path("id").asText()),
                "example",
                json.path("id").asText(),
                null,
                json.path("title").asText(),
                null,
                terms,
                json.path("price").isNumber() ? json.path("price").decimalValue() : null,
                number(json.path("durationSeconds")),
                released.isTextual() ? Instant.parse(released.asText()) : null,
                json.path("ratingAverage").isNumber()
                        ? json.path("ratingAverage").doubleValue()
                        : null,
                number(json.path("ratingCount")),
                null,
                null,
                null);
    }

    private static @Nullable Integer number(JsonNode json) {
        return json.isNumber() ? json.intValue() : null;
    }
}
