package dev.torii.engine.ingest.dmm;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as DMM writes them: as numbers or as text, full-width, with thousands separators, a currency, or the
/// tilde of "from" (`300~`).
final class LenientNumber {
    private static final Pattern NUMBER =
            Pattern.compile("[¥\\\\]?\\s*(\\d{1,12}(?:\\.\\d{1,6})?)\\s*円?\\s*[~〜∼]?\\s*");

    private LenientNumber() {}

    /// The number; empty when there is none, or when the value is none (see [#isAbsent] to tell the two apart).
    static Optional<BigDecimal> decimal(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(node.decimalValue());
        }
        if (!node.isTextual()) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(node.textValue(), Normalizer.Form.NFKC)
                .strip()
                .replaceAll("(?<=\\d),(?=\\d{3})", "");
        Matcher matcher = NUMBER.matcher(text);
        return matcher.matches() ? Optional.of(new BigDecimal(matcher.group(1))) : Optional.empty();
    }

    static OptionalLong whole(JsonNode node) {
        try {
            return decimal(node)
                    .map(number -> OptionalLong.of(number.longValueExact()))
                    .orElse(OptionalLong.empty());
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /// Whether there is nothing to read: no such field, null, or an empty text.
    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.textValue().isBlank())
                || (node.isContainerNode() && node.isEmpty());
    }
}
