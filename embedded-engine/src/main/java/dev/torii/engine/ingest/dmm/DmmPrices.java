package dev.torii.engine.ingest.dmm;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/// The price of an item in yen: what it costs now, else the cheapest way of delivery, else the list price.
final class DmmPrices {
    private DmmPrices() {}

    static Optional<BigDecimal> of(JsonNode item) throws BadItem {
        JsonNode prices = ItemFields.object(item, "prices");
        Optional<BigDecimal> price = number(prices, "price");
        if (price.isPresent()) {
            return price;
        }
        Optional<BigDecimal> cheapest = cheapestDelivery(prices);
        return cheapest.isPresent() ? cheapest : number(prices, "list_price");
    }

    private static Optional<BigDecimal> cheapestDelivery(JsonNode prices) throws BadItem {
        BigDecimal cheapest = null;
        for (JsonNode delivery : ItemFields.list(ItemFields.object(prices, "deliveries"), "delivery")) {
            Optional<BigDecimal> price = number(delivery, "price");
            if (price.isPresent() && (cheapest == null || price.get().compareTo(cheapest) < 0)) {
                cheapest = price.get();
            }
        }
        return Optional.ofNullable(cheapest);
    }

    private static Optional<BigDecimal> number(JsonNode parent, String field) throws BadItem {
        JsonNode node = parent.path(field);
        if (LenientNumber.isAbsent(node)) {
            return Optional.empty();
        }
        Optional<BigDecimal> price = LenientNumber.decimal(node);
        if (price.isEmpty() || price.get().signum() < 0) {
            throw new BadItem(field + " \"" + node.asText() + "\" is not an amount of yen");
        }
        return price;
    }
}
