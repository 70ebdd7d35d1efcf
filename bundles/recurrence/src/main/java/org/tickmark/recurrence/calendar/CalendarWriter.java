package org.tickmark.recurrence.calendar;

import static org.tickmark.recurrence.calendar.LineTokens.quoted;

import java.time.DayOfWeek;
import java.util.Locale;

/** Writes a calendar as text: one line a fact, in an order that compares well. One definition a writer. */
final class CalendarWriter {
    private final StringBuilder text = new StringBuilder();
    private String source = "";

    private CalendarWriter() {}

    static String write(CalendarDefinition definition) {
        CalendarWriter writer = new CalendarWriter();
        writer.writeHead(definition);
        definition.layers().forEach(writer::writeLayer);
        return writer.text.toString();
    }

    private void writeHead(CalendarDefinition definition) {
        line("calendar " + definition.id());
        if (!definition.name().equals(DayName.of(definition.id()))) {
            line("name " + name(definition.name()));
        }
        definition.since().ifPresent(year -> line("since " + fourDigits(year)));
        definition.weekend().ifPresent(bits -> line("weekend " + weekend(bits)));
        definition.includes().forEach(calendar -> line("include " + calendar.id()));
    }

    private void writeLayer(CalendarLayer layer) {
        if (!layer.id().equals(WorkCalendar.PUBLIC)) {
            text.append('\n');
            boolean named = !layer.name().equals(DayName.of(layer.id()));
            line("layer " + layer.id() + (named ? ' ' + name(layer.name()) : ""));
            source = "";
        }
        layer.holidays().forEach(this::writeHoliday);
        layer.singleDates().forEach(this::writeSingleDate);
    }

    private void writeHoliday(HolidayLine holiday) {
        writeSource(holiday.source());
        String from = holiday.fromYear() == YearShape.FIRST_YEAR ? "" : " from " + fourDigits(holiday.fromYear());
        String until = holiday.untilYear() == YearShape.LAST_YEAR ? "" : " until " + fourDigits(holiday.untilYear());
        line("holiday " + holiday.rule().text() + from + until + ' ' + name(holiday.name()));
    }

    private void writeSingleDate(SingleDate single) {
        writeSource(single.source());
        boolean unnamed = single.name().equals(DayName.of("")) && single.kind() == SingleDate.Kind.WORK;
        String keyword = single.kind() == SingleDate.Kind.WORK ? "work " : "free ";
        line(keyword + single.date() + (unnamed ? "" : ' ' + name(single.name())));
    }

    private void writeSource(String wanted) {
        if (!wanted.equals(source)) {
            text.append('\n');
            line("source " + quoted(wanted));
            source = wanted;
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String name(DayName name) {
        String nb = name.nb().equals(name.en()) ? "" : " nb " + quoted(name.nb());
        String sv = name.sv().equals(name.en()) ? "" : " sv " + quoted(name.sv());
        return quoted(name.en()) + nb + sv;
    }

    private static String weekend(int bits) {
        if (bits == 0) {
            return "none";
        }
        StringBuilder days = new StringBuilder();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (((bits >> (day.getValue() - 1)) & 1) != 0) {
                days.append(days.length() == 0 ? "" : " ").append(DayRule.code(day));
            }
        }
        return days.toString();
    }

    private static String fourDigits(int year) {
        return String.format(Locale.ROOT, "%04d", year);
    }
}
