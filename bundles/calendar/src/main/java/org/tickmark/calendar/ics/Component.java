package org.tickmark.calendar.ics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.calendar.series.CalendarTexts;

/**
 * What stands between BEGIN and END.
 *
 * @param name such as VEVENT
 * @param lines its own lines, in order
 * @param parts the components in it, in order
 */
record Component(String name, List<ContentLine> lines, List<Component> parts) {
    private static final String BEGIN = "BEGIN";
    private static final String END = "END";

    /**
     * The components of a file.
     *
     * @throws org.tickmark.api.TickmarkException {@code calendar.invalid} if one does not end, or what ends has not begun
     */
    static List<Component> read(String text) {
        Component file = new Component("", new ArrayList<>(), new ArrayList<>());
        Deque<Component> open = new ArrayDeque<>(List.of(file));
        for (ContentLine line : ContentLine.read(text)) {
            String value = line.value().strip().toUpperCase(Locale.ROOT);
            if (line.name().equals(BEGIN)) {
                Component part = new Component(value, new ArrayList<>(), new ArrayList<>());
                open.getLast().parts().add(part);
                open.addLast(part);
            } else if (line.name().equals(END)) {
                require(open.size() > 1 && open.removeLast().name().equals(value), value);
            } else {
                open.getLast().lines().add(line);
            }
        }
        require(open.size() == 1, open.getLast().name());
        return file.parts();
    }

    private static void require(boolean right, String name) {
        if (!right) {
            throw CalendarTexts.invalid("iCalendar", "ics.nesting").found(name).exception();
        }
    }

    Optional<ContentLine> line(String wanted) {
        return all(wanted).stream().findFirst();
    }

    List<ContentLine> all(String wanted) {
        return lines.stream().filter(line -> line.name().equals(wanted)).toList();
    }

    /** The component as lines again. */
    List<ContentLine> flat() {
        List<ContentLine> flat = new ArrayList<>(List.of(ContentLine.of(BEGIN, name)));
        flat.addAll(lines);
        parts.forEach(part -> flat.addAll(part.flat()));
        flat.add(ContentLine.of(END, name));
        return flat;
    }
}
