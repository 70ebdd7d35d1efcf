package org.tickmark.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.setting.Setting;

/**
 * Who is told, as a setting has it: addresses, each with what it wants in brackets where that is not the usual, such as {@code
 * kari@example.org[unit=100 unit=200 language=nb digest=week]}.
 */
final class Recipients {
    private static final Pattern ENTRY = Pattern.compile("[,;\\s]*([^\\s,;\\[\\]]+)(?:\\s*\\[([^\\[\\]]*)])?[,;\\s]*");
    private static final String EXAMPLE = "kari@example.org[unit=100 language=nb digest=week]";
    private static final List<String> LANGUAGES = List.of("en", "nb", "sv");

    private Recipients() {}

    /**
     * What somebody is told, and how.
     *
     * @param units codes of the units that are looked after; empty for all
     * @param language the language to be told in; empty for that of mails
     */
    record Wish(Set<String> units, Optional<Locale> language, Digest digest) {
        Wish {
            units = Set.copyOf(units);
        }
    }

    /** Which nights one mail tells of. */
    enum Digest {
        /** Each night has its own. */
        NIGHT,
        /** Those of a week, from Monday on; told by the first run that begins in a later one. */
        WEEK,
        /** Those of a month; told by the first run that begins in a later one. */
        MONTH;

        /** The span of time that a moment lies in, such as {@code 2026-W22} or {@code 2026-05}. */
        String spanOf(Instant moment, ZoneId zone) {
            LocalDate day = LocalDate.ofInstant(moment, zone);
            return switch (this) {
                case NIGHT -> day.toString();
                case WEEK ->
                    "%d-W%02d"
                            .formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
                case MONTH -> day.toString().substring(0, "2026-05".length());
            };
        }
    }

    /**
     * The addresses in a setting, by what they want.
     *
     * @param units codes of the units that there are
     * @throws TickmarkException with code {@code config.invalid} if it cannot be understood, or names an address twice or a unit that is not there
     */
    static Map<Wish, List<String>> in(Setting<String> setting, String text, Set<String> units, Outbox outbox) {
        Map<Wish, List<String>> found = new LinkedHashMap<>();
        Set<String> addresses = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Matcher entry = ENTRY.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!entry.find(end) || entry.start() != end) {
                throw invalid(setting, text.substring(end), EXAMPLE);
            }
            end = entry.end();
            String address = entry.group(1);
            outbox.addresses(setting.key(), address);
            if (!addresses.add(address)) {
                throw invalid(setting, address, Texts.message("recipient.once").toString());
            }
            Wish wish = wish(setting, Optional.ofNullable(entry.group(2)).orElse(""), units);
            found.computeIfAbsent(wish, key -> new ArrayList<>()).add(address);
        }
        return found;
    }

    private static Wish wish(Setting<String> setting, String words, Set<String> known) {
        Set<String> units = new TreeSet<>();
        Optional<Locale> language = Optional.empty();
        Digest digest = Digest.NIGHT;
        for (String word :
                words.isBlank() ? List.<String>of() : List.of(words.strip().split("[,;\\s]+"))) {
            String value = word.substring(word.indexOf('=') + 1);
            switch (word.substring(0, word.length() - value.length())) {
                case "unit=" -> units.add(oneOf(known, setting, value));
                case "language=" -> language = Optional.of(Locale.forLanguageTag(oneOf(LANGUAGES, setting, value)));
                case "digest=" -> digest = digest(setting, value);
                default -> throw invalid(setting, word, EXAMPLE);
            }
        }
        return new Wish(units, language, digest);
    }

    private static String oneOf(Iterable<String> known, Setting<String> setting, String value) {
        for (String word : known) {
            if (word.equals(value)) {
                return value;
            }
        }
        throw invalid(setting, value, String.join(", ", known));
    }

    /** Errors are told at once, so there is no digest of them. */
    private static Digest digest(Setting<String> setting, String value) {
        if (setting.equals(BatchSettings.DONE_TO)) {
            return Digest.valueOf(
                    oneOf(List.of("week", "month"), setting, value).toUpperCase(Locale.ROOT));
        }
        throw invalid(setting, "digest=" + value, EXAMPLE.replace(" digest=week", ""));
    }

    private static TickmarkException invalid(Setting<String> setting, String found, String expected) {
        return Problem.error("config.invalid", Texts.message("recipient"))
                .where(setting.key())
                .found(found)
                .expected(expected)
                .advice(Texts.message("recipient.advice", setting.environmentVariable()))
                .exception();
    }
}
