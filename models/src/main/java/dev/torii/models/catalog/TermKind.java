package dev.torii.models.catalog;

/// What a term of the catalogue says about a video.
public enum TermKind {
    GENRE,
    MAKER,
    LABEL,
    SERIES,
    DIRECTOR,
    PERFORMER,
    TAG
}
