package dev.torii.models.embedding;

/// A finished export.
///
/// @param place of its files: a folder, or an address `supabase://bucket/path`
/// @param files how many, the manifest included
/// @param bytes of all files together
/// @param alreadyThere whether the same export was there before and no file was written
/// @param latestSwitched whether `latest.json` named another version before
/// @param hookCalled whether a reload hook is configured, and answered
public record ExportResult(
        String version,
        ExportFormat format,
        String place,
        int files,
        long bytes,
        boolean alreadyThere,
        boolean latestSwitched,
        boolean hookCalled) {}
