package org.tickmark.console.engine;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.api.Caller;
import org.tickmark.api.command.ValueKind;

/** Checks values against their kind and gives each its one form. */
public final class Values {
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})([smhd])");

    private Values() {}

    /**
     * The value in its one form: a duration in ISO 8601, a record's key in full, everything else as given.
     *
     * @param what the argument or option, as the caller knows it
     * @throws org.tickmark.api.TickmarkException with code {@code usage.value} or {@code usage.key-ambiguous} if it is not of this kind
     */
    static String read(String what, ValueKind kind, String given, RecordKeys keys, Caller caller) {
        if (kind.type() == ValueKind.Type.RECORD) {
            return key(what, kind.words().get(0), given, keys, caller);
        }
        return checked(what, kind, given, caller.locale());
    }

    /**
     * The value in its one form; the key of a record as given.
     *
     * @param what the argument or option, as the caller knows it
     * @throws org.tickmark.api.TickmarkException with code {@code usage.value} if it is not of this kind
     */
    public static String checked(String what, ValueKind kind, String given, Locale locale) {
        return accepted(kind, given).orElseThrow(() -> Texts.usage("value", what)
                .found(given)
                .expected(expected(kind, locale))
                .exception());
    }

    /** What may be given, in words. */
    static String expected(ValueKind kind, Locale locale) {
        if (kind.type() == ValueKind.Type.CHOICE) {
            return String.join(", ", kind.words());
        }
        return Texts.text("kind." + kind.type().name().toLowerCase(Locale.ROOT)).text(locale);
    }

    private static Optional<String> accepted(ValueKind kind, String given) {
        return switch (kind.type()) {
            case TEXT, PATH, RECORD, FLAG -> Optional.of(given).filter(text -> text.indexOf('\0') < 0);
            case INTEGER -> Optional.of(given).filter(Values::isInteger);
            case DATE -> Optional.of(given).filter(Values::isDate);
            case DURATION -> duration(given);
            case CHOICE -> Optional.of(given).filter(kind.words()::contains);
        };
    }

    private static boolean isInteger(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** A span of time in ISO 8601, from that form or a short one such as {@code 5m}; empty if it is neither. */
    public static Optional<String> duration(String text) {
        Matcher matcher = SHORT_DURATION.matcher(text);
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            Duration duration =
                    switch (matcher.group(2)) {
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    };
            return Optional.of(duration.toString());
        }
        try {
            return Optional.of(Duration.parse(text))
                    .filter(duration -> !duration.isNegative())
                    .map(Duration::toString);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The key meant: itself, or the one key that begins so; a key nobody knows is left to the command. */
    private static String key(String what, String source, String given, RecordKeys keys, Caller caller) {
        if (!keys.abbreviable(source) || keys.has(source, given, caller)) {
            return given;
        }
        List<String> beginning = keys.beginning(source, given, caller);
        if (beginning.contains(given) || beginning.isEmpty()) {
            return given;
        }
        if (beginning.size() > 1) {
            throw Texts.usage("key-ambiguous", what, given)
                    .expected(String.join(", ", beginning.subList(0, Math.min(beginning.size(), 10))))
                    .exception();
        }
        return beginning.get(0);
    }
}
