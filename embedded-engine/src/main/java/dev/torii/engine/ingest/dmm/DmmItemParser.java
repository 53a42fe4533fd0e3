package dev.torii.engine.ingest.dmm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Video;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Makes a video of an item of ItemList, or says why not.
///
/// A field that is absent is unknown; a field that is there and makes no sense rejects the item, so that no
/// half-read row enters the catalogue. DMM has no descriptions.
public final class DmmItemParser {
    /// The source of the rows, see [SourceIds].
    public static final String SOURCE = "dmm";

    private final String site;
    private final CredentialFilter filter;

    /// @param site the site that was asked; it is kept with every row
    public DmmItemParser(String site, CredentialFilter filter) {
        this.site = site;
        this.filter = filter;
    }

    public DmmItem parse(JsonNode item) {
        try {
            return new DmmItem.Taken(video(item));
        } catch (BadItem bad) {
            String id = contentId(item);
            return new DmmItem.Rejected(
                    id.isEmpty() ? null : filter.strip(id), filter.strip(bad.reason()), filter.strip(item.toString()));
        }
    }

    private Video video(JsonNode item) throws BadItem {
        if (!item.isObject()) {
            throw new BadItem("the item is not an object");
        }
        String id = contentId(item);
        if (id.isEmpty()) {
            throw new BadItem("content_id is missing");
        }
        String title = ItemFields.text(item, "title");
        if (title.isEmpty()) {
            throw new BadItem("title is missing");
        }
        JsonNode review = ItemFields.object(item, "review");
        return new Video(
                SourceIds.video(SOURCE, id),
                SOURCE,
                id,
                site,
                title,
                null,
                DmmTerms.of(item),
                DmmPrices.of(item).orElse(null),
                duration(item).orElse(null),
                date(item).orElse(null),
                average(review).orElse(null),
                count(review).orElse(null),
                DmmPictures.thumbnail(item).orElse(null),
                DmmPictures.preview(item).orElse(null),
                ItemFields.address(item, "URL").orElse(null));
    }

    private static String contentId(JsonNode item) {
        JsonNode id = item.path("content_id");
        return id.isTextual() || id.isIntegralNumber() ? id.asText().strip() : "";
    }

    private static Optional<Integer> duration(JsonNode item) throws BadItem {
        boolean pages =
                PlayingTime.countsPages(ItemFields.text(item, "service_code"), ItemFields.text(item, "floor_code"));
        return pages ? Optional.empty() : PlayingTime.seconds(item.path("volume"));
    }

    private static Optional<Instant> date(JsonNode item) throws BadItem {
        JsonNode date = item.path("date");
        if (LenientNumber.isAbsent(date) || date.asText().startsWith("0000-00-00")) {
            return Optional.empty();
        }
        Optional<Instant> parsed = JapanTime.parse(date.asText());
        if (parsed.isEmpty()) {
            throw new BadItem("date \"" + date.asText() + "\" is not a time that exists");
        }
        return parsed;
    }

    private static Optional<Double> average(JsonNode review) throws BadItem {
        JsonNode node = review.path("average");
        if (LenientNumber.isAbsent(node)) {
            return Optional.empty();
        }
        Optional<BigDecimal> average = LenientNumber.decimal(node);
        if (average.isEmpty()
                || average.get().doubleValue() < 0
                || average.get().doubleValue() > 5) {
            throw new BadItem("review.average \"" + node.asText() + "\" is not a number from 0 to 5");
        }
        return Optional.of(average.get().doubleValue());
    }

    private static Optional<Integer> count(JsonNode review) throws BadItem {
        JsonNode node = review.path("count");
        if (LenientNumber.isAbsent(node)) {
            return Optional.empty();
        }
        long count = LenientNumber.whole(node).orElse(-1);
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new BadItem("review.count \"" + node.asText() + "\" is not a count");
        }
        return Optional.of((int) count);
    }
}
