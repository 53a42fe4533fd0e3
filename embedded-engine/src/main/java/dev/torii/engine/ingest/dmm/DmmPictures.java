package dev.torii.engine.ingest.dmm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The picture and the preview of an item.
final class DmmPictures {
    /// The small one is often missing, the large one of mail-order items may not exist behind its address.
    private static final List<String> PICTURES = List.of("small", "large", "list");

    private static final List<String> MOVIES = List.of("size_720_480", "size_644_414", "size_560_360", "size_476_306");

    private DmmPictures() {}

    /// Empty too where DMM shows its "now printing" picture for having none.
    static Optional<String> thumbnail(JsonNode item) throws BadItem {
        JsonNode images = ItemFields.object(item, "imageURL");
        for (String size : PICTURES) {
            Optional<String> address = ItemFields.address(images, size);
            if (address.isPresent() && !isPlaceholder(address.get())) {
                return address;
            }
        }
        return Optional.empty();
    }

    static Optional<String> preview(JsonNode item) throws BadItem {
        JsonNode movies = ItemFields.object(item, "sampleMovieURL");
        for (String size : MOVIES) {
            Optional<String> address = ItemFields.address(movies, size);
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    private static boolean isPlaceholder(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.contains("now_printing") || lower.contains("noimage");
    }
}
