package dev.torii.engine.evaluate.linear;

import dev.torii.models.catalog.TermKind;
import java.util.Locale;

/// What the linear model looks at. The first seven compare the terms of a video with those of the history, one
/// feature for each [TermKind] in its order; the next three compare numbers; the last six are of the video alone.
enum LinearFeature {
    GENRE,
    MAKER,
    LABEL,
    SERIES,
    DIRECTOR,
    PERFORMER,
    TAG,
    RELEASE_CLOSENESS,
    PRICE_CLOSENESS,
    DURATION_CLOSENESS,
    RELEASE,
    PRICE,
    DURATION,
    RATING,
    REVIEWS,
    POPULARITY;

    /// How many there are.
    static final int COUNT = 16;

    /// The name under which its weight is kept, for example `genre`.
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static int of(TermKind kind) {
        return kind.ordinal();
    }
}
