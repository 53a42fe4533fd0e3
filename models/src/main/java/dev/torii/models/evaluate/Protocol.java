package dev.torii.models.evaluate;

import java.util.Locale;

/// How data is split into what a model learns from and what it is asked for.
public enum Protocol {
    /// One moment in time for all users: before it is training, after it is test.
    TEMPORAL,
    /// Given pairs of training and test files.
    FOLDS,
    /// The newest positive of each user is test, all others are training.
    LEAVE_ONE_OUT,
    /// Items are hidden from training altogether; their users are asked for them by their content.
    COLD_START,
    /// The newest part of each user's positives is test: how a training measures its own model where one moment in
    /// time would leave too few users.
    NEWEST;

    /// The name on the command line and in reports, for example `leave-one-out`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
