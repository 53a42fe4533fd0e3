package dev.torii.app.config;

import org.jspecify.annotations.Nullable;

/// A setting as a source gave it.
///
/// @param key `section.key` as written
/// @param text null: explicitly nothing
/// @param place where it stood: `/home/a/torii.yaml:3`, `environment TORII_HTTP_PORT`, `--set`
record RawSetting(String key, @Nullable String text, String place) {}
