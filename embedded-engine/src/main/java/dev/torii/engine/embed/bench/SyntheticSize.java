package dev.torii.engine.embed.bench;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;

/// How large a generated world is.
///
/// @param interactions wanted; users who like nearly everything there is may end with a few less
/// @param seed the same seed and sizes give the same world
public record SyntheticSize(int videos, int users, int interactions, long seed) {
    public SyntheticSize {
        if (videos < 10 || users < 2 || interactions < users) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "No world can be made of " + videos + " videos, " + users + " users and " + interactions
                            + " interactions.",
                    "Maybe at least 10 videos, 2 users and an interaction for each user.");
        }
    }
}
