package dev.torii.engine.embed.training;

import dev.torii.engine.EngineConfig.TrainingConfig;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Training settings from the configuration and from `key=value` pairs, each checked against its range.
public final class TrainingSettingsReader {
    /// A setting's name, its smallest and largest value, and whether it is a whole number.
    private record Setting(String name, double least, double most, boolean whole) {}

    private static final List<Setting> SETTINGS = List.of(
            new Setting("seed", Long.MIN_VALUE, Long.MAX_VALUE, true),
            new Setting("epochs", 0, 1000, true),
            new Setting("batchSize", 0, 65_536, true),
            new Setting("dimension", 8, 4096, true),
            new Setting("learningRate", 1e-6, 1, false),
            new Setting("temperature", 0.01, 1, false),
            new Setting("minRating", 0, 5, false),
            new Setting("uniformNegatives", 0, 65_536, true),
            new Setting("idDropout", 0, 0.9, false),
            new Setting("contentWidth", 1, 4096, true),
            new Setting("hiddenWidth", 1, 8192, true),
            new Setting("halfLifeDays", 0, 36_500, false),
            new Setting("historyLimit", 1, 10_000, true),
            new Setting("maxSlots", 1, 2_000_000, true),
            new Setting("validationShare", 0.01, 0.5, false),
            new Setting("rowTargets", 0, 1000, true),
            new Setting("mostExamples", 1, 1e15, true),
            new Setting("stepMegabytes", 0, 1_000_000, true));

    private TrainingSettingsReader() {}

    /// @param overrides setting names to values, over `config`
    /// @throws ToriiException INVALID_VALUE for a setting that does not exist or is out of range
    public static TrainingSettings read(TrainingConfig config, Map<String, String> overrides) {
        Map<String, String> values = new LinkedHashMap<>(describe(TrainingSettings.DEFAULT));
        values.put("seed", Long.toString(config.seed()));
        values.put("epochs", Integer.toString(config.epochs()));
        values.put("batchSize", Integer.toString(config.batchSize()));
        values.put("dimension", Integer.toString(config.dimension()));
        values.put("learningRate", Double.toString(config.learningRate()));
        values.put("temperature", Double.toString(config.temperature()));
        values.put("minRating", Double.toString(config.minRating()));
        overrides.forEach((name, value) -> {
            if (!values.containsKey(name)) {
                throw unknown(name);
            }
            values.put(name, value.strip());
        });
        SETTINGS.forEach(setting -> check(setting, value(values, setting.name())));
        return new TrainingSettings(
                Long.parseLong(value(values, "seed")),
                whole(values, "epochs"),
                whole(values, "batchSize"),
                whole(values, "dimension"),
                real(values, "learningRate"),
                real(values, "temperature"),
                real(values, "minRating"),
                whole(values, "uniformNegatives"),
                real(values, "idDropout"),
                whole(values, "contentWidth"),
                whole(values, "hiddenWidth"),
                real(values, "halfLifeDays"),
                whole(values, "historyLimit"),
                whole(values, "maxSlots"),
                real(values, "validationShare"),
                whole(values, "rowTargets"),
                Long.parseLong(value(values, "mostExamples")),
                whole(values, "stepMegabytes"));
    }

    /// All settings by name, as they are stored with a model version.
    public static Map<String, String> describe(TrainingSettings settings) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("seed", Long.toString(settings.seed()));
        values.put("epochs", Integer.toString(settings.epochs()));
        values.put("batchSize", Integer.toString(settings.batchSize()));
        values.put("dimension", Integer.toString(settings.dimension()));
        values.put("learningRate", Double.toString(settings.learningRate()));
        values.put("temperature", Double.toString(settings.temperature()));
        values.put("minRating", Double.toString(settings.minRating()));
        values.put("uniformNegatives", Integer.toString(settings.uniformNegatives()));
        values.put("idDropout", Double.toString(settings.idDropout()));
        values.put("contentWidth", Integer.toString(settings.contentWidth()));
        values.put("hiddenWidth", Integer.toString(settings.hiddenWidth()));
        values.put("halfLifeDays", Double.toString(settings.halfLifeDays()));
        values.put("historyLimit", Integer.toString(settings.historyLimit()));
        values.put("maxSlots", Integer.toString(settings.maxSlots()));
        values.put("validationShare", Double.toString(settings.validationShare()));
        values.put("rowTargets", Integer.toString(settings.rowTargets()));
        values.put("mostExamples", Long.toString(settings.mostExamples()));
        values.put("stepMegabytes", Integer.toString(settings.stepMegabytes()));
        return values;
    }

    private static void check(Setting setting, String value) {
        boolean accepted;
        try {
            double number = setting.whole() ? Long.parseLong(value) : Double.parseDouble(value);
            accepted = number >= setting.least() && number <= setting.most();
        } catch (NumberFormatException e) {
            accepted = false;
        }
        if (!accepted) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "The training setting " + setting.name() + " cannot be \"" + value + "\".",
                    "Maybe a " + (setting.whole() ? "whole number" : "number") + " from " + shown(setting.least())
                            + " to " + shown(setting.most()) + ".");
        }
    }

    private static String shown(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15 ? Long.toString((long) bound) : "" + bound;
    }

    private static ToriiException unknown(String name) {
        String nearest = SETTINGS.stream()
                .map(Setting::name)
                .min(Comparator.comparingInt(known -> distance(name, known)))
                .orElseThrow();
        return new ToriiException(
                ErrorCode.INVALID_VALUE,
                "There is no training setting \"" + name + "\".",
                "Maybe " + nearest + " is meant.");
    }

    /// Levenshtein's edit distance, letters' case aside.
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                boolean same = Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
                int best = Math.min(diagonal + (same ? 0 : 1), 1 + Math.min(row[j], row[j - 1]));
                diagonal = row[j];
                row[j] = best;
            }
        }
        return row[right.length()];
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no setting " + name);
        }
        return value;
    }

    private static int whole(Map<String, String> values, String name) {
        return Integer.parseInt(value(values, name));
    }

    private static double real(Map<String, String> values, String name) {
        return Double.parseDouble(value(values, name));
    }
}
