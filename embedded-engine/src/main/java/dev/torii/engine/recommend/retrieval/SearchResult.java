package dev.torii.engine.recommend.retrieval;

import java.util.List;

/// The answer to a search.
///
/// @param hits best first; equal scores in the order of their ids
/// @param eligible rows that passed the filter and were not excluded, exactly
/// @param excluded rows that passed the filter and were excluded by id, exactly
public record SearchResult(List<Hit> hits, long eligible, long excluded, QueryPlan plan) {
    public SearchResult {
        hits = List.copyOf(hits);
    }
}
