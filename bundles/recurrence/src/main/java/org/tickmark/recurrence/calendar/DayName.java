package org.tickmark.recurrence.calendar;

import java.util.Locale;
import java.util.Objects;

/**
 * What a day, a layer or a calendar is called in the three languages.
 *
 * @param en in English
 * @param nb in Norwegian
 * @param sv in Swedish
 */
public record DayName(String en, String nb, String sv) {
    public DayName {
        Objects.requireNonNull(en, "en");
        Objects.requireNonNull(nb, "nb");
        Objects.requireNonNull(sv, "sv");
    }

    /** The same name in all three languages. */
    public static DayName of(String name) {
        return new DayName(name, name, name);
    }

    /** The name in the language of a locale; English where that is neither Norwegian nor Swedish. */
    public String in(Locale locale) {
        return switch (locale.getLanguage()) {
            case "nb", "no", "nn" -> nb;
            case "sv" -> sv;
            default -> en;
        };
    }
}
