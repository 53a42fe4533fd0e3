package dev.torii.views.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.job.JobKind;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.sync.SyncState;
import dev.torii.views.overview.Attention;
import dev.torii.views.overview.OverviewAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

/// No text is missing, none is left over, and both languages say the same.
class MessagesTest {
    private static final Path ROOT = Path.of(System.getProperty("torii.source.root", ".."));
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z0-9_@]+)+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    /// Families of keys that the engine names; each has its own test below or falls back to the name itself.
    private static final List<String> OPEN =
            List.of("stage.", "unit.", "figure.", "score.", "source.", "part.", "metric.");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        Properties english = bundle("en");
        Properties japanese = bundle("ja");
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(japanese.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(japanese.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
            assertThat(japanese.getProperty(key)).as(key).isNotBlank();
            assertThat(english.getProperty(key)).as(key).isNotBlank();
        }
    }

    @Test
    void everyKeyThatTheViewsNameHasATextAndEveryTextIsNamed() throws IOException {
        Set<String> known = bundle("en").stringPropertyNames();
        Set<String> heads =
                known.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        for (String source : sources("views/src/main", ".java", ".fxml")) {
            LITERAL.matcher(source).results().map(match -> match.group(1)).forEach(named::add);
        }
        named.removeIf(literal -> !heads.contains(literal.substring(0, literal.indexOf('.'))));
        Set<String> used = new HashSet<>(constants());
        for (String literal : named) {
            if (known.contains(literal + ".one")) {
                used.add(literal + ".one");
                used.add(literal + ".other");
            } else {
                used.add(literal);
            }
        }
        assertThat(used.stream().filter(key -> !known.contains(key)))
                .as("keys without a text")
                .isEmpty();
        assertThat(known.stream().filter(key -> OPEN.stream().noneMatch(key::startsWith)))
                .as("texts that nothing names")
                .allMatch(used::contains);
    }

    @Test
    void everyStageUnitFigureAndScorePartOfTheEngineHasAText() throws IOException {
        Set<String> known = bundle("en").stringPropertyNames();
        Set<String> needed = new TreeSet<>();
        Pattern begin = Pattern.compile("\\bbegin\\(\\s*\"([^\"]+)\",[^;]*?,\\s*\"([^\"]+)\"\\)");
        Pattern figure = Pattern.compile("\\bfigure\\(\\s*\"([^\"]+)\"");
        Pattern part = Pattern.compile("new ScorePart\\(\\s*\"([^\"]+)\"");
        for (String source : sources("embedded-engine/src/main", ".java")) {
            begin.matcher(source).results().forEach(match -> {
                needed.add("stage." + match.group(1));
                needed.add("unit." + match.group(2));
            });
            figure.matcher(source).results().forEach(match -> needed.add("figure." + match.group(1)));
            part.matcher(source).results().forEach(match -> needed.add("score." + match.group(1)));
        }
        assertThat(needed).isNotEmpty();
        needed.removeAll(known);
        assertThat(needed).as("keys without a text").isEmpty();
    }

    @Test
    void aBoundTextFollowsTheLanguage() {
        Messages messages = new Messages(Language.ENGLISH);
        SimpleStringProperty label = new SimpleStringProperty();
        label.bind(messages.observe("overview.videos"));
        assertThat(label.get()).isEqualTo("Videos");
        messages.languageProperty().set(Language.JAPANESE);
        assertThat(label.get()).isEqualTo("動画");
    }

    @Test
    void numbersFillPlaceholdersAndChooseTheirForm() {
        Messages messages = new Messages(Language.ENGLISH);
        assertThat(messages.plural("activity.running", 1)).isEqualTo("1 job running");
        assertThat(messages.plural("activity.running", 1200)).isEqualTo("1,200 jobs running");
        assertThat(messages.text("job.doneOfTotal", "3", "10", "rows")).isEqualTo("3 of 10 rows");
        assertThat(messages.text("no.such.key")).isEqualTo("no.such.key");
    }

    private static Set<String> constants() {
        List<Enum<?>> constants = new ArrayList<>();
        constants.addAll(Arrays.asList(ErrorCode.values()));
        constants.addAll(Arrays.asList(JobKind.values()));
        constants.addAll(Arrays.asList(PartState.values()));
        constants.addAll(Arrays.asList(SyncState.values()));
        constants.addAll(Arrays.asList(OverviewAction.values()));
        Set<String> keys = constants.stream()
                .map(constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name())
                .collect(Collectors.toSet());
        keys.add("JobState.WAITING");
        for (Attention.Kind kind : Attention.Kind.values()) {
            keys.add("attention." + kind.name() + ".title");
            keys.add("attention." + kind.name() + ".text");
        }
        return keys;
    }

    private static List<String> sources(String folder, String... endings) throws IOException {
        try (Stream<Path> paths = Files.walk(ROOT.resolve(folder))) {
            List<String> texts = new ArrayList<>();
            for (Path path : paths.filter(file -> Arrays.stream(endings).anyMatch(file.toString()::endsWith))
                    .toList()) {
                texts.add(Files.readString(path));
            }
            return texts;
        }
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group())
                .sorted()
                .distinct()
                .toList();
    }

    private static Properties bundle(String code) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(
                ROOT.resolve("views/src/main/resources/dev/torii/views/i18n/messages_" + code + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
