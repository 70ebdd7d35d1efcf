package org.tickmark.console.commands;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.console.commands.choice.Choices;
import org.tickmark.console.engine.Headings;

/** The particulars of one thing: a line each for people, and members of one object for programs. One thread at a time. */
final class Details {
    private static final String NOTHING = "-";
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Locale locale;
    private final Map<String, Object> document = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    Details(Locale locale) {
        this.locale = locale;
    }

    /** Adds a particular, labelled as a column of this name is headed. An empty one is shown as a dash. */
    Details add(String name, Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        document.put(name, plain instanceof Message message ? message.id() : plain);
        lines.add(new Line(Headings.of(name, locale), inOneLine(shown(plain))));
        return this;
    }

    /** Adds a choice: its text for people, its id for programs. */
    Details choice(String name, Enum<?> constant) {
        document.put(name, Choices.id(constant));
        lines.add(new Line(Headings.of(name, locale), Choices.text(constant).text(locale)));
        return this;
    }

    /** Adds a moment: for people as the clocks of a zone show it, for programs in UTC. */
    Details moment(String name, Optional<Instant> moment, ZoneId zone) {
        document.put(name, moment.map(Instant::toString).orElse(null));
        lines.add(new Line(
                Headings.of(name, locale),
                moment.map(at -> SECOND.format(at.atZone(zone)) + " " + zone.getId())
                        .orElse(NOTHING)));
        return this;
    }

    /** Adds a span of time: for people in days, hours and so on, for programs as ISO 8601 writes it. */
    Details span(String name, Duration span) {
        document.put(name, span.toString());
        lines.add(new Line(Headings.of(name, locale), Spans.text(span)));
        return this;
    }

    /** Adds what only programs are told, since people are told it otherwise. */
    Details aside(String name, Object value) {
        document.put(name, value);
        return this;
    }

    CommandResult result() {
        int width = lines.stream().mapToInt(line -> line.label().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.label())
                    .append(" ".repeat(width - line.label().length() + 2))
                    .append(line.value())
                    .append('\n');
        }
        return CommandResult.of(text.toString(), document);
    }

    /** A value may hold lines of its own, such as a page that a run passes on. */
    private static String inOneLine(String text) {
        return String.join(" ", text.lines().toList());
    }

    private String shown(Object value) {
        if (value == null || value.equals("") || value.equals(List.of()) || value.equals(Map.of())) {
            return NOTHING;
        }
        if (value instanceof Boolean flag) {
            return Texts.text(flag ? "yes" : "no").text(locale);
        }
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(String::valueOf).toList());
        }
        if (value instanceof Map<?, ?> map) {
            return String.join(
                    ", ",
                    map.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .toList());
        }
        return value instanceof Message message ? message.text(locale) : value.toString();
    }

    private record Line(String label, String value) {}
}
