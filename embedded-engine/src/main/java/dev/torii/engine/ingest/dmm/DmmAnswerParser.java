package dev.torii.engine.ingest.dmm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Reads the body of an answer: the page it holds, or what it refuses.
final class DmmAnswerParser {
    private final ObjectMapper json = new ObjectMapper();
    private final CredentialFilter filter;

    DmmAnswerParser(CredentialFilter filter) {
        this.filter = filter;
    }

    /// @throws TransientFailure when asking again may help
    /// @throws ToriiException SOURCE_REFUSED
    ItemListPage page(int httpStatus, byte[] body) throws TransientFailure {
        JsonNode answer = read(httpStatus, body);
        JsonNode result = answer.path("result");
        long status = statusOf(answer, result, httpStatus);
        if (TransientFailure.isTransient((int) status)) {
            throw new TransientFailure(unreachable("DMM answered with status " + status + said(answer, result)));
        }
        if (status != 200 || httpStatus != 200 || result.path("errors").size() > 0) {
            throw refused(
                    "DMM refused the request (HTTP " + httpStatus + ", status " + status + said(answer, result) + ")");
        }
        if (!result.isObject()) {
            throw refused("DMM's answer has no result: " + excerpt(body));
        }
        return new ItemListPage(
                LenientNumber.whole(result.path("total_count")).orElse(-1),
                LenientNumber.whole(result.path("result_count")).orElse(-1),
                items(result.path("items"), body));
    }

    private JsonNode read(int httpStatus, byte[] body) throws TransientFailure {
        try {
            JsonNode answer = json.readTree(body);
            if (answer == null || answer instanceof MissingNode) {
                throw new TransientFailure(unreachable("DMM answered with an empty body (HTTP " + httpStatus + ")"));
            }
            return answer;
        } catch (JsonEOFException e) {
            throw new TransientFailure(
                    unreachable("DMM's answer ends in the middle (after " + body.length + " bytes)"));
        } catch (JsonProcessingException e) {
            if (TransientFailure.isTransient(httpStatus)) {
                throw new TransientFailure(unreachable("DMM answered with HTTP " + httpStatus + " and a page"));
            }
            throw refused("DMM answered with something that is not JSON (HTTP " + httpStatus + "): " + excerpt(body));
        } catch (IOException e) {
            throw new TransientFailure(unreachable("DMM's answer cannot be read"));
        }
    }

    private static long statusOf(JsonNode answer, JsonNode result, int httpStatus) {
        OptionalLong inside = LenientNumber.whole(result.path("status"));
        OptionalLong top = LenientNumber.whole(answer.path("status"));
        return inside.orElseGet(() -> top.orElse(httpStatus));
    }

    /// The message and the named errors, for people.
    private String said(JsonNode answer, JsonNode result) {
        List<String> parts = new ArrayList<>();
        String message = result.path("message").asText(answer.path("message").asText(""));
        if (!message.isBlank()) {
            parts.add(message);
        }
        result.path("errors")
                .properties()
                .forEach(error ->
                        parts.add(error.getKey() + ": " + error.getValue().asText()));
        String text = String.join("; ", parts);
        return text.isEmpty() ? "" : ", " + filter.strip(text);
    }

    private List<JsonNode> items(JsonNode items, byte[] body) {
        List<JsonNode> list = new ArrayList<>();
        if (items.isArray()) {
            items.forEach(list::add);
        } else if (items.path("item").isArray()) {
            items.path("item").forEach(list::add);
        } else if (items.isObject() && !items.isEmpty()) {
            list.add(items);
        } else if (!LenientNumber.isAbsent(items)) {
            throw refused("DMM's answer has no list of items: " + excerpt(body));
        }
        return list;
    }

    private String excerpt(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
        return "\"" + filter.strip(text.replaceAll("\\s+", " ")) + "\"";
    }

    static ToriiException unreachable(String message) {
        return new ToriiException(
                ErrorCode.SOURCE_UNREACHABLE,
                message + ".",
                "Maybe the network or DMM is down at the moment: run the synchronisation again later.");
    }

    static ToriiException refused(String message) {
        return new ToriiException(
                ErrorCode.SOURCE_REFUSED,
                message + ".",
                "Maybe dmm.apiId and dmm.affiliateId do not belong together, the site is not registered for the API, or"
                        + " dmm.baseUrl is not the address of the API.");
    }
}
