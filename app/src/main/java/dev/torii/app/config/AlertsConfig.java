package dev.torii.app.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where alerts are sent.
///
/// @param slackWebhookUrl a Slack incoming webhook; null: none
/// @param smtpUrl a mail server, `smtps://user:password@host:port`; null: none
public record AlertsConfig(
        @Nullable URI slackWebhookUrl, @Nullable URI smtpUrl) {
    public static final AlertsConfig DEFAULT = new AlertsConfig(null, null);

    @Override
    public String toString() {
        return "AlertsConfig[slackWebhookUrl=***, smtpUrl=***]";
    }
}
