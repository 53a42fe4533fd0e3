package dev.torii.views.i18n;

import java.util.Locale;

/// The languages of the console.
public enum Language {
    JAPANESE(Locale.JAPANESE, "日本語"),
    ENGLISH(Locale.ENGLISH, "English");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /// What its speakers call it.
    public String ownName() {
        return ownName;
    }

    /// The code in file names: `ja`, `en`.
    public String code() {
        return locale.getLanguage();
    }

    /// The language of a locale; English for all that is not Japanese.
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? JAPANESE : ENGLISH;
    }
}
