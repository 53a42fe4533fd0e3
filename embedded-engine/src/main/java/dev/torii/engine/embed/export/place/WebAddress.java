package dev.torii.engine.embed.export.place;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.net.URI;
import okhttp3.HttpUrl;

/// Addresses from the configuration.
public final class WebAddress {
    private WebAddress() {}

    /// @param key of the configuration
    /// @throws ToriiException CONFIGURATION when `value` is no http or https address
    public static HttpUrl of(String key, URI value) {
        HttpUrl url = HttpUrl.parse(value.toString());
        if (url == null) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    key + " \"" + value + "\" is not an http or https address.",
                    "Maybe https:// is missing.");
        }
        return url.newBuilder().query(null).fragment(null).build();
    }
}
