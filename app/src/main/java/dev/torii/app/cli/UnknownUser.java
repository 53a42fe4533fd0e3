package dev.torii.app.cli;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;

/// The error about a user that does not exist.
final class UnknownUser {
    private UnknownUser() {}

    static ToriiException named(String name) {
        return new ToriiException(
                ErrorCode.NOT_FOUND,
                "There is no user " + name + ".",
                "Maybe the id is misspelt; users are known by UUID or by the id of the data they came from.");
    }
}
