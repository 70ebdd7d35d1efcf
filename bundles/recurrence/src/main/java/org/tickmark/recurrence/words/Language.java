package org.tickmark.recurrence.words;

import java.util.Locale;
import java.util.Optional;

/** A language that rules are written and read in. */
public enum Language {
    ENGLISH("en"),
    NORWEGIAN_BOKMAL("nb"),
    SWEDISH("sv");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The code of ISO 639: {@code en}, {@code nb} or {@code sv}. */
    public String code() {
        return code;
    }

    /** The language of a locale; {@code no} and {@code nn} are read as bokmål. */
    public static Optional<Language> of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "en" -> Optional.of(ENGLISH);
            case "nb", "no", "nn" -> Optional.of(NORWEGIAN_BOKMAL);
            case "sv" -> Optional.of(SWEDISH);
            default -> Optional.empty();
        };
    }
}
