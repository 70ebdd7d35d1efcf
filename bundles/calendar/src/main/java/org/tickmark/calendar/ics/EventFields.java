package org.tickmark.calendar.ics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tickmark.api.host.calendar.Fields;
import org.tickmark.calendar.series.FieldRules;
import org.tickmark.calendar.series.Who;

/** What is known of an appointment as properties of an event, and back. */
final class EventFields {
    /** What of an event is not understood, as it came. */
    static final String REST = "x-ics";

    private static final String PARAMETERS = "x-ics-of-";
    private static final String OWN = "X-TICKMARK-FIELD";
    private static final String OWN_ALARM = "X-TICKMARK-ALARM";
    private static final String TRANSPARENCY = "TRANSP";
    private static final String TRANSPARENT = "TRANSPARENT";

    /** Where texts stand. */
    private static final Map<String, String> TEXTS =
            Map.of("SUMMARY", Fields.TITLE, "LOCATION", Fields.LOCATION, "DESCRIPTION", Fields.NOTE);

    /** What is no field, but a time or a name. */
    private static final Set<String> APART = Set.of(
            "UID",
            "DTSTAMP",
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "X-TICKMARK-RULE",
            "X-TICKMARK-START");

    private EventFields() {}

    static Map<String, String> read(Component event) {
        Map<String, String> fields = new TreeMap<>();
        List<ContentLine> rest = new ArrayList<>();
        for (ContentLine line : event.lines()) {
            if (TEXTS.containsKey(line.name())) {
                fields.put(TEXTS.get(line.name()), line.text());
                keepParameters(line, fields);
            } else if (line.name().equals(OWN)) {
                line.parameter("NAME").ifPresent(name -> fields.put(name(name), line.text()));
            } else if (line.name().equals(TRANSPARENCY) && line.value().equals(TRANSPARENT)) {
                fields.put(Fields.SHOW_AS, FieldRules.FREE);
            } else if (!APART.contains(line.name())) {
                rest.add(line);
            }
        }
        event.parts().stream().filter(part -> part.line(OWN_ALARM).isEmpty()).forEach(part -> rest.addAll(part.flat()));
        if (!rest.isEmpty()) {
            fields.put(REST, rest.stream().map(ContentLine::toString).collect(Collectors.joining("\n")));
        }
        event.line("UID").ifPresent(uid -> fields.put(FieldRules.UID, uid.text()));
        return fields;
    }

    /** A name in lower case; those of people are as they are. */
    private static String name(String given) {
        boolean isOfSomeone = given.startsWith(Who.WITH) || given.startsWith(Who.ANSWER);
        return isOfSomeone ? given : given.toLowerCase(Locale.ROOT);
    }

    private static void keepParameters(ContentLine line, Map<String, String> fields) {
        if (!line.parameters().isEmpty()) {
            fields.put(PARAMETERS + line.name().toLowerCase(Locale.ROOT), line.parameters());
        }
    }

    static List<ContentLine> write(Map<String, String> fields) {
        List<ContentLine> lines = new ArrayList<>();
        TEXTS.keySet().stream().sorted().forEach(name -> {
            String value = fields.getOrDefault(TEXTS.get(name), "");
            if (!value.isEmpty()) {
                String parameters = fields.getOrDefault(PARAMETERS + name.toLowerCase(Locale.ROOT), "");
                lines.add(new ContentLine(name, parameters, ContentLine.escaped(value)));
            }
        });
        if (fields.getOrDefault(Fields.SHOW_AS, "").equals(FieldRules.FREE)) {
            lines.add(ContentLine.of(TRANSPARENCY, TRANSPARENT));
        }
        fields.forEach((name, value) -> {
            if (isOwn(name, value)) {
                lines.add(new ContentLine(OWN, ";NAME=" + quoted(name), ContentLine.escaped(value)));
            }
        });
        alarm(fields, lines);
        lines.addAll(ContentLine.read(fields.getOrDefault(REST, "")));
        return lines;
    }

    /** Names of people have characters that end a parameter. */
    private static String quoted(String name) {
        return name.chars().allMatch(c -> c == '-' || Character.isLetterOrDigit(c)) ? name : '"' + name + '"';
    }

    /** What iCalendar has no property for. */
    private static boolean isOwn(String name, String value) {
        boolean hasProperty = TEXTS.containsValue(name)
                || name.equals(FieldRules.UID)
                || name.equals(REST)
                || name.startsWith(PARAMETERS)
                || (name.equals(Fields.SHOW_AS) && value.equals(FieldRules.FREE));
        return !hasProperty && !value.isEmpty();
    }

    /** A reminder that other programs understand; the field itself says it as well. */
    private static void alarm(Map<String, String> fields, List<ContentLine> lines) {
        String minutes = fields.getOrDefault(Fields.ALARM, "");
        if (!minutes.isEmpty()) {
            lines.add(ContentLine.of("BEGIN", "VALARM"));
            lines.add(ContentLine.of("ACTION", "DISPLAY"));
            lines.add(ContentLine.of("DESCRIPTION", ContentLine.escaped(fields.getOrDefault(Fields.TITLE, ""))));
            lines.add(ContentLine.of("TRIGGER", "-PT" + minutes + "M"));
            lines.add(ContentLine.of(OWN_ALARM, "1"));
            lines.add(ContentLine.of("END", "VALARM"));
        }
    }
}
