package org.tickmark.calendar.ics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tickmark.calendar.series.CalendarTexts;
import org.tickmark.kit.json.Json;

/**
 * iCalendar files as JSON (jCal): the same components and lines, so that nothing is lost either way. A value that is not of its property's type
 * stands as it came, with the type {@code unknown}.
 *
 * <p>Source: RFC 7265; parameters also RFC 6868.
 */
public final class Jcal {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,200}");
    private static final String VALUE = "VALUE";

    private Jcal() {}

    // Writing

    /** An iCalendar file as JSON, in one line. */
    public static String of(String file) {
        List<Object> calendars = new ArrayList<>();
        Component.read(file).forEach(calendar -> calendars.add(json(calendar)));
        return Json.compact(calendars.size() == 1 ? calendars.get(0) : calendars);
    }

    private static List<Object> json(Component component) {
        List<Object> lines = new ArrayList<>();
        component.lines().forEach(line -> lines.add(json(line)));
        List<Object> parts = new ArrayList<>();
        component.parts().forEach(part -> parts.add(json(part)));
        return List.of(component.name().toLowerCase(Locale.ROOT), lines, parts);
    }

    private static List<Object> json(ContentLine line) {
        Map<String, List<String>> parameters = Parameters.read(line.parameters());
        String type = type(line, parameters);
        Optional<List<Object>> values = JcalValues.toJson(line, type);
        List<Object> json = new ArrayList<>(List.of(line.name().toLowerCase(Locale.ROOT)));
        if (values.isPresent()) {
            parameters.remove(VALUE);
        }
        json.add(json(parameters));
        json.add(values.isPresent() ? type : JcalTypes.UNKNOWN);
        json.addAll(values.orElse(List.of(line.value())));
        return json;
    }

    /** The type that a line names, or its property has; a date is one also where a time is expected. */
    private static String type(ContentLine line, Map<String, List<String>> parameters) {
        String type = parameters.containsKey(VALUE)
                ? parameters.get(VALUE).get(0).toLowerCase(Locale.ROOT)
                : JcalTypes.usual(line.name());
        boolean isDate = type.equals(JcalTypes.DATE_TIME) && line.value().indexOf('T') < 0;
        return isDate ? JcalTypes.DATE : type;
    }

    private static Map<String, Object> json(Map<String, List<String>> parameters) {
        Map<String, Object> json = new LinkedHashMap<>();
        parameters.forEach(
                (name, values) -> json.put(name.toLowerCase(Locale.ROOT), values.size() == 1 ? values.get(0) : values));
        return json;
    }

    // Reading

    /** Whether a text is rather JSON than lines. */
    static boolean isLike(String text) {
        return text.stripLeading().startsWith("[");
    }

    /**
     * The components of a text.
     *
     * @throws org.tickmark.api.TickmarkException {@code calendar.invalid} if it is no JSON of that form
     */
    static List<Component> read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            List<Component> components = components(list(value(parser)));
            if (parser.nextToken() != null) {
                throw JcalValues.invalid("JSON", parser.getText());
            }
            return components;
        } catch (IOException e) {
            throw CalendarTexts.invalid("JSON", "jcal.json")
                    .found(e.getMessage())
                    .exception(e);
        }
    }

    /** Text, {@link Boolean}, {@link List}, {@link Map}, or null. Numbers stay the texts that they are. */
    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value(parser));
            }
            return members;
        }
        if (parser.currentToken() == null || parser.currentToken() == JsonToken.VALUE_NULL) {
            throw JcalValues.invalid("JSON", "null");
        }
        return parser.getText();
    }

    /** One calendar, or a list of them. */
    private static List<Component> components(List<?> json) {
        boolean isOne = !json.isEmpty() && json.get(0) instanceof String;
        return isOne
                ? List.of(component(json))
                : json.stream().map(one -> component(list(one))).toList();
    }

    private static Component component(List<?> json) {
        if (json.size() != 3) {
            throw JcalValues.invalid("JSON", json.size() + " members");
        }
        List<ContentLine> lines =
                list(json.get(1)).stream().map(line -> line(list(line))).toList();
        List<Component> parts =
                list(json.get(2)).stream().map(part -> component(list(part))).toList();
        return new Component(name(json.get(0)), lines, parts);
    }

    private static ContentLine line(List<?> json) {
        if (json.size() < 4 || !(json.get(1) instanceof Map<?, ?> given)) {
            throw JcalValues.invalid("JSON", json.toString());
        }
        String property = name(json.get(0));
        String type = name(json.get(2)).toLowerCase(Locale.ROOT);
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        given.forEach((name, value) -> parameters.put(name(name), texts(value)));
        boolean isNamed = !type.equals(JcalTypes.UNKNOWN) && !type.equals(JcalTypes.usual(property));
        if (isNamed) {
            parameters.put(VALUE, List.of(type.toUpperCase(Locale.ROOT)));
        }
        String value = JcalValues.ofJson(property, type, List.copyOf(json.subList(3, json.size())));
        return new ContentLine(property, Parameters.write(parameters), value);
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private static String name(Object json) {
        String name = String.valueOf(json);
        if (!NAME.matcher(name).matches()) {
            throw JcalValues.invalid("JSON", name);
        }
        return name.toUpperCase(Locale.ROOT);
    }

    private static List<?> list(Object json) {
        if (json instanceof List<?> list) {
            return list;
        }
        throw JcalValues.invalid("JSON", String.valueOf(json));
    }
}
