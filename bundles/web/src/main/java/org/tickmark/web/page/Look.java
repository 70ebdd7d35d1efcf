package org.tickmark.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.web.http.Ask;

/**
 * How somebody wants to see pages.
 *
 * @param language chosen by them; empty to take that of the user, else of the browser
 * @param theme {@code auto} as the operating system has it, {@code light} or {@code dark}
 */
public record Look(Optional<Locale> language, String theme) {
    /** The languages there are. */
    public static final List<String> LANGUAGES = List.of("en", "nb", "sv");

    /** The themes there are. */
    public static final List<String> THEMES = List.of("auto", "light", "dark");

    private static final String COOKIE = "tm-look";
    private static final String NONE = "any";

    /** As a cookie of the request says; what is no language or theme counts as none. */
    public static Look of(Ask ask) {
        String[] parts = ask.cookie(COOKIE).orElse("").split("\\.", 2);
        return of(parts[0], parts.length > 1 ? parts[1] : "");
    }

    /** A look of a language and a theme; what is none counts as not chosen. */
    public static Look of(String language, String theme) {
        return new Look(
                Optional.of(language).filter(LANGUAGES::contains).map(Locale::forLanguageTag),
                THEMES.contains(theme) ? theme : THEMES.get(0));
    }

    /** The value of the {@code Set-Cookie} header that keeps it for a year. */
    public String cookie() {
        String value = language.map(Locale::toLanguageTag).orElse(NONE) + "." + theme;
        return COOKIE + "=" + value + "; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax";
    }

    /** The language chosen, else that of the user, else the first of the browser's that there is, else English. */
    public Locale locale(Optional<Locale> ofUser, Ask ask) {
        return language.or(() -> ofUser).orElseGet(() -> ofBrowser(ask));
    }

    private static Locale ofBrowser(Ask ask) {
        for (String range : ask.header("accept-language").orElse("").split(",", -1)) {
            String language =
                    range.split(";", -1)[0].strip().toLowerCase(Locale.ROOT).split("-", -1)[0];
            if (language.equals("no") || language.equals("nn")) {
                return Locale.forLanguageTag("nb");
            }
            if (LANGUAGES.contains(language)) {
                return Locale.forLanguageTag(language);
            }
        }
        return Locale.ENGLISH;
    }
}
