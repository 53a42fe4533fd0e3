package dev.torii.engine.ingest.dmm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// One page of ItemList.
///
/// @param totalCount items of the whole query; -1 when the answer does not say
/// @param resultCount items that the answer says it holds; -1 when it does not say
/// @param items as they came
public record ItemListPage(long totalCount, long resultCount, List<JsonNode> items) {
    public ItemListPage {
        items = List.copyOf(items);
    }
}
