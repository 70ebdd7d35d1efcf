package org.tickmark.calendar.ics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tickmark.api.TickmarkException;
import org.tickmark.calendar.series.CalendarTexts;

/**
 * Values of properties in a file with lines and in JSON. In JSON they are a text, a number, a list of what they are made of, or, for rules, an object.
 *
 * <p>Source: RFC 7265 sections 3.4.1.3 and 3.6.
 */
final class JcalValues {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DATE_TIME = Pattern.compile(DATE + "T(\\d{2})(\\d{2})(\\d{2})(Z?)");
    private static final Pattern OFFSET = Pattern.compile("([+-]\\d{2})(\\d{2})(\\d{2})?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9-]+");
    private static final String UNTIL = "UNTIL";

    private JcalValues() {}

    // To JSON

    /** The values of a line as JSON; empty where they are not of the type. */
    static Optional<List<Object>> toJson(ContentLine line, String type) {
        List<Object> values = new ArrayList<>();
        for (String value : JcalTypes.isList(line.name()) ? split(line.value(), ',') : List.of(line.value())) {
            Optional<Object> one = one(line.name(), type, value);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            values.add(one.get());
        }
        return Optional.of(values);
    }

    private static Optional<Object> one(String property, String type, String value) {
        if (JcalTypes.isStructured(property)) {
            List<Object> parts = new ArrayList<>();
            split(value, ';').forEach(part -> parts.add(plain(type, part)));
            return Optional.of(parts);
        }
        return switch (type) {
            case JcalTypes.DATE, JcalTypes.DATE_TIME -> time(value).map(Object.class::cast);
            case JcalTypes.PERIOD -> period(value);
            case JcalTypes.UTC_OFFSET -> offset(value);
            case JcalTypes.RECUR -> rule(value);
            case JcalTypes.BOOLEAN -> flag(value);
            case JcalTypes.INTEGER -> Optional.of(numberOrText(value));
            default -> Optional.of(plain(type, value));
        };
    }

    private static String plain(String type, String value) {
        return type.equals(JcalTypes.TEXT) ? ContentLine.of("", value).text() : value;
    }

    private static Optional<Object> flag(String value) {
        return value.equals("TRUE") || value.equals("FALSE") ? Optional.of(Boolean.valueOf(value)) : Optional.empty();
    }

    /** {@code 20261110T090000Z} as {@code 2026-11-10T09:00:00Z}, and a date likewise. */
    private static Optional<String> time(String value) {
        Matcher time = DATE_TIME.matcher(value);
        if (time.matches()) {
            return Optional.of(time.replaceFirst("$1-$2-$3T$4:$5:$6$7"));
        }
        Matcher date = DATE.matcher(value);
        return date.matches() ? Optional.of(date.replaceFirst("$1-$2-$3")) : Optional.empty();
    }

    private static Optional<Object> period(String value) {
        String[] ends = value.split("/", -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        Optional<String> last = ends[1].startsWith("P") ? Optional.of(ends[1]) : time(ends[1]);
        return time(ends[0]).flatMap(first -> last.map(end -> List.of(first, end)));
    }

    private static Optional<Object> offset(String value) {
        Matcher offset = OFFSET.matcher(value);
        if (!offset.matches()) {
            return Optional.empty();
        }
        String seconds = offset.group(3) == null ? "" : ":" + offset.group(3);
        return Optional.of(offset.group(1) + ":" + offset.group(2) + seconds);
    }

    private static Optional<Object> rule(String value) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (String part : value.split(";", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 1 ? "" : part.substring(0, equals).toUpperCase(Locale.ROOT);
            Optional<Object> json = ofRule(name, part.substring(equals + 1));
            if (!PART.matcher(name).matches()
                    || json.isEmpty()
                    || parts.put(name.toLowerCase(Locale.ROOT), json.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }

    private static Optional<Object> ofRule(String name, String value) {
        if (name.equals(UNTIL)) {
            return time(value).map(Object.class::cast);
        }
        List<Object> values =
                split(value, ',').stream().map(JcalValues::numberOrText).toList();
        return Optional.of(values.size() == 1 ? values.get(0) : values);
    }

    /** A number where it is written as one, so that it comes back as it was. */
    private static Object numberOrText(String value) {
        boolean isNumber = NUMBER.matcher(value).matches()
                && Long.toString(Long.parseLong(value)).equals(value);
        return isNumber ? (Object) Long.valueOf(value) : value;
    }

    /** Parts of a text, at each such character that no backslash stands before. */
    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == at && !escaped) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
            escaped = !escaped && text.charAt(i) == '\\';
        }
        parts.add(text.substring(from));
        return parts;
    }

    // From JSON

    /**
     * Values as they stand in a line.
     *
     * @throws TickmarkException {@code calendar.invalid} if they are none of the type
     */
    static String ofJson(String property, String type, List<Object> values) {
        return values.stream().map(value -> lined(property, type, value)).collect(Collectors.joining(","));
    }

    private static String lined(String property, String type, Object value) {
        if (value instanceof Map<?, ?> parts) {
            return parts.entrySet().stream()
                    .map(part -> ofRule(property, String.valueOf(part.getKey()), part.getValue()))
                    .collect(Collectors.joining(";"));
        }
        if (value instanceof List<?> parts) {
            String between = type.equals(JcalTypes.PERIOD) ? "/" : ";";
            return parts.stream()
                    .map(part -> part instanceof List<?> several
                            ? several.stream()
                                    .map(one -> lined(property, type, String.valueOf(one)))
                                    .collect(Collectors.joining(","))
                            : lined(property, type, String.valueOf(part)))
                    .collect(Collectors.joining(between));
        }
        return unbroken(property, single(type, String.valueOf(value)));
    }

    private static String single(String type, String value) {
        return switch (type) {
            case JcalTypes.TEXT -> ContentLine.escaped(value);
            case JcalTypes.DATE, JcalTypes.DATE_TIME -> value.replace("-", "").replace(":", "");
            case JcalTypes.PERIOD ->
                value.startsWith("P") ? value : value.replace("-", "").replace(":", "");
            case JcalTypes.UTC_OFFSET -> value.replace(":", "");
            case JcalTypes.BOOLEAN -> value.toUpperCase(Locale.ROOT);
            default -> value;
        };
    }

    private static String ofRule(String property, String name, Object value) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (!PART.matcher(name).matches()) {
            throw invalid(property, name);
        }
        String type = upper.equals(UNTIL) ? JcalTypes.DATE_TIME : JcalTypes.UNKNOWN;
        List<?> values = value instanceof List<?> several ? several : List.of(value);
        return values.stream()
                .map(one -> unbroken(property, single(type, String.valueOf(one))))
                .collect(Collectors.joining(",", upper + "=", ""));
    }

    /** A value in one line: nothing that is told may become a line of its own. */
    static String unbroken(String property, String value) {
        if (value.chars().anyMatch(c -> c == '\n' || c == '\r')) {
            throw invalid(property, value);
        }
        return value;
    }

    static TickmarkException invalid(String where, String found) {
        return CalendarTexts.invalid(where, "jcal").found(found).exception();
    }
}
