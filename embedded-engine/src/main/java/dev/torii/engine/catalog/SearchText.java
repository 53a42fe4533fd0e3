package dev.torii.engine.catalog;

import java.text.Normalizer;
import java.util.Locale;

/// The form in which titles are compared with what somebody typed: NFKC (full-width and half-width are one) in
/// lower case.
final class SearchText {
    private SearchText() {}

    static String normalise(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /// A LIKE pattern for titles that hold `text`; what LIKE would read as a wildcard is taken literally.
    static String pattern(String text) {
        return "%" + normalise(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
