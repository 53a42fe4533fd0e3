package dev.torii.models.recommendation;

import java.util.Locale;

/// The ways to rank a catalogue for a user. The wire and the command line use the lower-case names.
public enum Algorithm {
    POPULAR,
    /// The simple linear model on content and popularity; the fallback when no other model can answer.
    LINEAR,
    ITEM_KNN,
    EASE,
    IALS,
    TWO_TOWER,
    /// The towers with the ids of videos hidden: what they are made of.
    CONTENT_BASED,
    /// The learned blend of the others.
    HYBRID,
    /// The best recommender from behaviour alone that there is: `ease` where it can be computed, else `ials`.
    COLLABORATIVE;

    /// The name on the wire, for example `two_tower`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
