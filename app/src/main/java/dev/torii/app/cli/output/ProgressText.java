package dev.torii.app.cli.output;

import dev.torii.models.job.JobProgress;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/// Says how far a job is, in one line. The words for the stable keys of progress stand in `progress.properties`.
final class ProgressText {
    private static final int BAR = 24;

    private final Properties words = new Properties();

    ProgressText() {
        try (InputStream in = ProgressText.class.getResourceAsStream("progress.properties")) {
            if (in != null) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `training  [#######-----]  58 %  1,200/2,048 steps  310/s  3 s left  loss 4.812`
    String line(JobProgress progress, boolean bar) {
        StringBuilder line = new StringBuilder(stage(progress.message()));
        progress.fraction().ifPresent(share -> {
            if (bar) {
                int filled = (int) Math.round(share * BAR);
                line.append("  [")
                        .append("#".repeat(filled))
                        .append("-".repeat(BAR - filled))
                        .append(']');
            }
            line.append(String.format(Locale.ROOT, "  %.0f %%", share * 100));
        });
        if (progress.done() > 0 || progress.total() > 0) {
            line.append(String.format(Locale.ROOT, "  %,d", progress.done()));
            if (progress.total() > 0) {
                line.append(String.format(Locale.ROOT, "/%,d", progress.total()));
            }
            line.append(progress.unit().isEmpty() ? "" : " " + word(progress.unit()));
        }
        if (progress.perSecond() > 0) {
            line.append(String.format(
                    Locale.ROOT, progress.perSecond() < 10 ? "  %.1f/s" : "  %,.0f/s", progress.perSecond()));
        }
        progress.eta()
                .filter(eta -> progress.done() < progress.total())
                .ifPresent(eta -> line.append("  ").append(Durations.text(eta)).append(" left"));
        progress.figures()
                .forEach((name, value) ->
                        line.append("  ").append(word(name)).append(' ').append(figure(value)));
        return line.toString();
    }

    private static String figure(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e12
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    private String stage(String key) {
        return key.isEmpty()
                ? "starting"
                : words.getProperty(key, key.replace('.', ' ').replace('_', ' '));
    }

    private String word(String key) {
        return words.getProperty(key, key.replace('_', ' '));
    }
}
