package dev.torii.engine.embed.encoding;

/// What an encoding job did.
public record EncodingResult(String modelVersion, long videos, long users, long failed) {}
