package dev.torii.engine.ingest.dmm;

import dev.torii.engine.EngineConfig.DmmConfig;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The two secrets that every request carries. They are checked here before any request is made, and never printed.
public record DmmCredentials(String apiId, String affiliateId) {
    /// The API takes affiliate ids that end in -990 to -999 alone.
    private static final Pattern AFFILIATE_ID = Pattern.compile("\\S+-99[0-9]");

    /// @throws ToriiException CONFIGURATION when one is missing or cannot be right
    public static DmmCredentials of(DmmConfig config) {
        String apiId = present(config.apiId(), "dmm.apiId", "TORII_DMM_API_ID");
        String affiliateId = present(config.affiliateId(), "dmm.affiliateId", "TORII_DMM_AFFILIATE_ID");
        if (!AFFILIATE_ID.matcher(affiliateId).matches()) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "dmm.affiliateId does not end in -990 to -999, which the API asks for.",
                    "Maybe it is the affiliate id of links (-001 and so on): the affiliate site lists those for the API"
                            + " beside it.");
        }
        return new DmmCredentials(apiId, affiliateId);
    }

    private static String present(@Nullable String value, String key, String environment) {
        if (value == null || value.isBlank()) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    key + " is not set, and DMM answers nobody without it.",
                    "Maybe set " + environment + ", or " + key + " in torii.yaml; the ids come from"
                            + " https://affiliate.dmm.com/api/.");
        }
        return value.strip();
    }

    @Override
    public String toString() {
        return "DmmCredentials[***]";
    }
}
