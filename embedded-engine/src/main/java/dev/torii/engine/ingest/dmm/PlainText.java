package dev.torii.engine.ingest.dmm;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text as people read it: HTML entities decoded once, control characters and doubled spaces gone.
final class PlainText {
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("hellip", "…"),
            Map.entry("middot", "·"),
            Map.entry("mdash", "—"),
            Map.entry("ndash", "–"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("times", "×"),
            Map.entry("hearts", "♥"),
            Map.entry("copy", "©"),
            Map.entry("reg", "®"),
            Map.entry("trade", "™"),
            Map.entry("eacute", "é"));

    private PlainText() {}

    static String of(String text) {
        String decoded = ENTITY.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(decode(match.group(1), match.group())));
        return decoded.replaceAll("[\\p{Cntrl}\\u200B\\uFEFF]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String decode(String entity, String whole) {
        if (!entity.startsWith("#")) {
            return NAMED.getOrDefault(entity, whole);
        }
        boolean hex = entity.charAt(1) == 'x' || entity.charAt(1) == 'X';
        int code = hex ? Integer.parseInt(entity.substring(2), 16) : Integer.parseInt(entity.substring(1));
        boolean character = Character.isValidCodePoint(code) && (code < 0xD800 || code > 0xDFFF);
        return character ? Character.toString(code) : whole;
    }
}
