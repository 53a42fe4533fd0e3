package dev.torii.app.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// Reads a YAML file of sections with keys, and remembers the line of each.
final class YamlSettings {
    private final Path file;
    private final List<RawSetting> settings = new ArrayList<>();
    private final List<String> problems;

    private YamlSettings(Path file, List<String> problems) {
        this.file = file;
        this.problems = problems;
    }

    /// @param problems what is wrong with the file is added here, a sentence each
    static List<RawSetting> read(Path file, List<String> problems) {
        YamlSettings reading = new YamlSettings(file, problems);
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                JsonParser parser = new YAMLFactory().createParser(text)) {
            reading.readSections(parser);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String reason = e.getOriginalMessage().strip().lines().findFirst().orElse("");
            problems.add(file + ":" + line + ": not valid YAML (" + reason + ")");
        } catch (MalformedInputException e) {
            problems.add(file + ": not UTF-8 text");
        } catch (IOException e) {
            problems.add(file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
        }
        return reading.settings;
    }

    private void readSections(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            problems.add(place(parser) + ": expected sections such as `http:` with keys below them");
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String section = parser.currentName();
            String place = place(parser);
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                readKeys(parser, section);
            } else if (section.contains(".")) {
                readValue(parser, section, place);
            } else if (value != JsonToken.VALUE_NULL) {
                problems.add(place + ": `" + section + "` must be a section with keys below it");
                parser.skipChildren();
            } else {
                settings.add(new RawSetting(section + ".", null, place));
            }
        }
    }

    private void readKeys(JsonParser parser, String section) throws IOException {
        boolean empty = true;
        String sectionPlace = place(parser);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            empty = false;
            String key = section + "." + parser.currentName();
            String place = place(parser);
            parser.nextToken();
            readValue(parser, key, place);
        }
        if (empty) {
            settings.add(new RawSetting(section + ".", null, sectionPlace));
        }
    }

    private void readValue(JsonParser parser, String key, String place) throws IOException {
        switch (parser.currentToken()) {
            case VALUE_NULL -> settings.add(new RawSetting(key, null, place));
            case START_ARRAY -> readList(parser, key, place);
            case START_OBJECT -> {
                problems.add(place + ": `" + key + "` takes a value, not keys of its own");
                parser.skipChildren();
            }
            default -> settings.add(new RawSetting(key, parser.getText(), place));
        }
    }

    private void readList(JsonParser parser, String key, String place) throws IOException {
        StringJoiner items = new StringJoiner(",");
        boolean flat = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken().isScalarValue()) {
                items.add(parser.getText());
            } else {
                flat = false;
                parser.skipChildren();
            }
        }
        if (flat) {
            settings.add(new RawSetting(key, items.toString(), place));
        } else {
            problems.add(place + ": `" + key + "` takes a list of plain values");
        }
    }

    private String place(JsonParser parser) {
        return file + ":" + parser.currentTokenLocation().getLineNr();
    }
}
