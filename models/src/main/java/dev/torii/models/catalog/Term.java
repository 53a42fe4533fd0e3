package dev.torii.models.catalog;

import org.jspecify.annotations.Nullable;

/// A name that describes videos: a genre, a maker, a performer ...
///
/// Names are not unique (the source knows different genres of one name), so a term is told apart by kind, source
/// and external id.
///
/// @param externalId the id at the source; the name itself where the source has no ids
/// @param ruby the reading in kana, where known
public record Term(
        TermKind kind,
        String externalId,
        String name,
        @Nullable String ruby) {
    /// A term of a source that has names only.
    public static Term named(TermKind kind, String name) {
        return new Term(kind, name, name, null);
    }
}
