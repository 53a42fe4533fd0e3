package dev.torii.engine.ingest.dmm;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// How often and after how long a failed request is made again: exponential backoff with "equal jitter" (half
/// fixed, half random), capped; a `Retry-After` of the server is obeyed when it is longer, up to `longestWait`.
///
/// @param attempts requests in all, at least 1
/// @param longestWait a server that asks for more is not waited for
public record RetryPolicy(int attempts, Duration first, Duration cap, Duration longestWait, long seed) {
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(2), 7);

    SplittableRandom random() {
        return new SplittableRandom(seed);
    }

    /// The wait before attempt `attempt` + 1, where `attempt` counts from 1.
    Duration backoff(int attempt, SplittableRandom random) {
        long doubled = first.toMillis() << Math.min(20, attempt - 1);
        long full = Math.min(cap.toMillis(), doubled);
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    /// The value of a `Retry-After` header: seconds, or an HTTP date.
    static Optional<Duration> retryAfter(@Nullable String header, Clock clock) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), at);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
