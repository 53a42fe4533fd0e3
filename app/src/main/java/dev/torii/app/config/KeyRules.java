package dev.torii.app.config;

import dev.torii.engine.schedule.CronExpression;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What a value must fulfil beyond its type.
final class KeyRules {
    private record Rule(String demand, Predicate<Object> holds) {}

    private static final Map<String, Rule> RULES = Map.ofEntries(
            rule("database.url", "a JDBC address, jdbc:postgresql://host:5432/name", KeyRules::isJdbcAddress),
            rule("database.poolSize", "from 1 to 500", value -> within(value, 1, 500)),
            rule("database.embeddedPort", "from 0 to 65535", value -> within(value, 0, 65_535)),
            rule("dmm.baseUrl", "an http or https address", KeyRules::isWebAddress),
            rule("dmm.requestsPerSecond", "above 0, at most 100", value -> above(value, 0) && within(value, 0, 100)),
            rule("index.kind", "one of memory", value -> List.of("memory").contains(value)),
            rule("index.rescore", "from 1 to 100000", value -> within(value, 1, 100_000)),
            rule("training.epochs", "from 0 to 1000", value -> within(value, 0, 1_000)),
            rule("training.batchSize", "from 0 to 65536", value -> within(value, 0, 65_536)),
            rule("training.dimension", "from 2 to 4096", value -> within(value, 2, 4_096)),
            rule("training.learningRate", "above 0, at most 1", value -> above(value, 0) && within(value, 0, 1)),
            rule("training.temperature", "above 0, at most 10", value -> above(value, 0) && within(value, 0, 10)),
            rule("training.minRating", "from 0.5 to 5", value -> within(value, 0.5, 5)),
            rule("serving.storageUrl", "an http or https address", KeyRules::isWebAddress),
            rule("serving.reloadHookUrl", "an http or https address", KeyRules::isWebAddress),
            rule("serving.keepVersions", "from 2 to 1000", value -> within(value, 2, 1_000)),
            rule("schedule.train", CronExpression.demand(), value -> CronExpression.isValid(value.toString())),
            rule("schedule.embed", CronExpression.demand(), value -> CronExpression.isValid(value.toString())),
            rule(
                    "schedule.timeZone",
                    "a time zone such as Asia/Tokyo",
                    value -> CronExpression.isTimeZone(value.toString())),
            rule("auth.jwtSecret", "at least 32 bytes long", KeyRules::isLongSecret),
            rule("auth.jwksUrl", "an http or https address", KeyRules::isWebAddress),
            rule("http.host", "not empty", value -> !value.toString().isBlank()),
            rule("http.port", "from 0 to 65535", value -> within(value, 0, 65_535)),
            rule("http.maxBodyBytes", "from 1024 up", value -> above(value, 1_023)),
            rule("alerts.slackWebhookUrl", "an http or https address", KeyRules::isWebAddress),
            rule(
                    "alerts.smtpUrl",
                    "an smtp or smtps address",
                    value -> value.toString().matches("(?i)smtps?://.+")));

    private KeyRules() {}

    /// What the value of `fullName` must be and is not; empty when it is fine.
    static Optional<String> broken(String fullName, Object value) {
        Rule rule = RULES.get(fullName);
        return rule == null || rule.holds().test(value) ? Optional.empty() : Optional.of(rule.demand());
    }

    /// The keys that have a rule.
    static Iterable<String> names() {
        return RULES.keySet();
    }

    private static Map.Entry<String, Rule> rule(String fullName, String demand, Predicate<Object> holds) {
        return Map.entry(fullName, new Rule(demand, holds));
    }

    private static boolean within(Object value, double low, double high) {
        double number = ((Number) value).doubleValue();
        return number >= low && number <= high;
    }

    private static boolean above(Object value, double bound) {
        return ((Number) value).doubleValue() > bound;
    }

    private static boolean isWebAddress(Object value) {
        return value.toString().matches("(?i)https?://.+");
    }

    private static boolean isJdbcAddress(Object value) {
        return value.toString().matches("jdbc:postgresql:.+");
    }

    private static boolean isLongSecret(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8).length >= 32;
    }
}
