package dev.torii.engine.embed.training;

import org.jspecify.annotations.Nullable;

/// Where a training comes from.
///
/// @param parent the version that is active when it begins
/// @param codeVersion of the program
/// @param trigger who or what began it
record TrainingOrigin(@Nullable String parent, String codeVersion, String trigger) {
    static TrainingOrigin now(@Nullable String parent, String trigger) {
        String version = TrainingOrigin.class.getPackage().getImplementationVersion();
        return new TrainingOrigin(parent, version == null ? "unpackaged" : version, trigger);
    }
}
