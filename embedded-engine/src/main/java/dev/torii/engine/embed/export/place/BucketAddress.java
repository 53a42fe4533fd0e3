package dev.torii.engine.embed.export.place;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `supabase://bucket/prefix`.
///
/// @param prefix folders in the bucket, outermost first; may be empty
public record BucketAddress(String bucket, List<String> prefix) {
    private static final String SCHEME = "supabase://";

    public BucketAddress {
        prefix = List.copyOf(prefix);
    }

    public static boolean isOne(String text) {
        return text.startsWith(SCHEME);
    }

    /// @throws ToriiException INVALID_VALUE when a part is empty, climbs out of its folder, or holds a character
    /// that Storage does not allow in names
    public static BucketAddress parse(String text) {
        List<String> parts = new ArrayList<>(Arrays.asList(
                text.substring(SCHEME.length()).replaceAll("/$", "").split("/", -1)));
        for (String part : parts) {
            if (!part.matches("[\\p{Alnum}_.' !*()&$@=;:+,-]+") || part.matches("\\.{1,2}")) {
                throw new ToriiException(
                        ErrorCode.INVALID_VALUE,
                        "\"" + text + "\" is no place in a bucket: \"" + part + "\" cannot be a name there.",
                        "Maybe supabase://BUCKET/FOLDER.");
            }
        }
        return new BucketAddress(parts.removeFirst(), parts);
    }

    /// The bucket, the prefix and a path below it, name by name.
    List<String> segments(String path) {
        List<String> segments = new ArrayList<>(List.of(bucket));
        segments.addAll(prefix);
        segments.addAll(List.of(path.split("/", -1)));
        return segments;
    }

    String describe(String path) {
        return SCHEME + String.join("/", segments(path));
    }
}
