package dev.torii.models.embedding;

/// Whether the files of a model version are where they belong.
public enum FilesState {
    /// All of them are there.
    PRESENT,
    /// Some are missing, as after a copy that broke off.
    INCOMPLETE,
    /// There is no folder.
    MISSING
}
