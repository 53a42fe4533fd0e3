package dev.torii.engine.ingest.dmm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Fields of an item in the shapes in which DMM sends them: an object where a list is usual and the other way
/// round, an empty list or text for nothing.
final class ItemFields {
    private ItemFields() {}

    /// The object of a field; a missing node when there is none.
    static JsonNode object(JsonNode parent, String field) throws BadItem {
        JsonNode node = parent.path(field);
        if (LenientNumber.isAbsent(node)) {
            return MissingNode.getInstance();
        }
        JsonNode object = node.isArray() && node.size() == 1 ? node.get(0) : node;
        if (!object.isObject()) {
            throw new BadItem(field + " is not an object");
        }
        return object;
    }

    /// The entries of a field that holds one or several.
    static List<JsonNode> list(JsonNode parent, String field) throws BadItem {
        JsonNode node = parent.path(field);
        if (LenientNumber.isAbsent(node)) {
            return List.of();
        }
        if (node.isArray()) {
            return node.valueStream().toList();
        }
        if (node.isObject() || node.isTextual()) {
            return List.of(node);
        }
        throw new BadItem(field + " is neither a list nor an object");
    }

    /// The text of a field, whatever JSON type it came in; empty when there is none.
    static String text(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        return node.isValueNode() ? PlainText.of(node.asText("")) : "";
    }

    /// An http or https address.
    static Optional<String> address(JsonNode parent, String field) throws BadItem {
        JsonNode node = parent.path(field);
        if (LenientNumber.isAbsent(node)) {
            return Optional.empty();
        }
        String text = PlainText.of(node.asText());
        String address = text.startsWith("//") ? "https:" + text : text;
        String lower = address.toLowerCase(Locale.ROOT);
        if ((!lower.startsWith("http://") && !lower.startsWith("https://")) || !hasHost(address)) {
            throw new BadItem(field + " \"" + text + "\" is not a web address");
        }
        return Optional.of(address);
    }

    private static boolean hasHost(String address) {
        try {
            return new URI(address.replace(" ", "%20")).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
