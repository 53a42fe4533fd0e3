package dev.torii.views.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Every visible text, in the language that is chosen now. What [#observe] returns changes with the language, so a
/// label that is bound to it never has to be told.
///
/// Placeholders are `{0}`, `{1}` ...; apostrophes need no escaping.
public final class Messages {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);
    private final ObjectProperty<Language> language;

    public Messages(Language initial) {
        language = new SimpleObjectProperty<>(initial);
        for (Language each : Language.values()) {
            texts.put(each, load(each));
        }
    }

    /// The chosen language; set it to switch every text.
    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public Language language() {
        return language.get();
    }

    /// The text of `key` now; the key itself when there is none.
    public String text(String key, Object... arguments) {
        return find(key).map(pattern -> fill(pattern, arguments)).orElse(key);
    }

    /// The text of a key that may have none: keys that the engine names, such as a job's message.
    public Optional<String> find(String key) {
        return Optional.ofNullable(bundle(language.get()).getProperty(key));
    }

    /// The text of an enum's constant: key `JobState.RUNNING`.
    public String text(Enum<?> constant) {
        return text(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /// The text for a number of things: key with `.one` for exactly one, else with `.other`; `{0}` is the number.
    public String plural(String key, long number) {
        return text(key + (number == 1 ? ".one" : ".other"), new Formats(this).count(number));
    }

    /// The text of `key`, following the language.
    public StringBinding observe(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> text(key, arguments), language);
    }

    /// A text that is made of more than one key or value, following the language and `dependencies`.
    public StringBinding observe(Supplier<String> text, Observable... dependencies) {
        Observable[] all = new Observable[dependencies.length + 1];
        all[0] = language;
        System.arraycopy(dependencies, 0, all, 1, dependencies.length);
        return Bindings.createStringBinding(text::get, all);
    }

    private Properties bundle(Language wanted) {
        return texts.getOrDefault(wanted, new Properties());
    }

    private static String fill(String pattern, Object... arguments) {
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        return matcher.replaceAll(match -> {
            int index = Integer.parseInt(match.group(1));
            return Matcher.quoteReplacement(
                    index < arguments.length ? String.valueOf(arguments[index]) : match.group());
        });
    }

    private static Properties load(Language language) {
        String name = "messages_" + language.code() + ".properties";
        Properties properties = new Properties();
        try (InputStream stream = Messages.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the class path lacks " + name);
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
