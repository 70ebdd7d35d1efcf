package org.tickmark.recurrence.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tickmark.recurrence.calendar.LineTokens.LineProblem;

/** Reads the text of a calendar, line by line, and collects what is wrong in it. One text a reader. */
final class CalendarReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String AN_ID = "letters, digits, '-' and '_', such as NO";
    private static final String A_NAME =
            "a name in quotes, such as \"Christmas Day\" nb \"Første juledag\" sv \"Juldagen\"";
    private static final String A_YEAR = "a year of four digits from 0001, such as 1995";
    private static final String A_DATE = "a date as year-month-day, such as 2025-12-29";
    private static final String A_KEYWORD =
            "one of name, since, weekend, include, source, layer, holiday, free, work, or # before a remark";

    private final String text;
    private final Function<String, Optional<WorkCalendar>> included;
    private final List<CalendarProblem> problems = new ArrayList<>();
    private final List<WorkCalendar> includes = new ArrayList<>();
    private final List<LayerLines> layers = new ArrayList<>();
    private String id;
    private DayName name;
    private OptionalInt since = OptionalInt.empty();
    private OptionalInt weekend = OptionalInt.empty();
    private String source = "";

    CalendarReader(String text, Function<String, Optional<WorkCalendar>> included) {
        this.text = text;
        this.included = included;
        layers.add(new LayerLines(WorkCalendar.PUBLIC, DayName.of(WorkCalendar.PUBLIC)));
    }

    CalendarDefinition read() {
        int number = 0;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            readLine(new LineTokens(++number, line));
        }
        if (id == null && problems.isEmpty()) {
            problems.add(new CalendarProblem(number, "", "a line 'calendar' with an id first, such as: calendar NO"));
        }
        if (!problems.isEmpty()) {
            throw new CalendarTextException(problems);
        }
        return new CalendarDefinition(
                id,
                name == null ? DayName.of(id) : name,
                since,
                weekend,
                includes,
                layers.stream().map(LayerLines::layer).toList());
    }

    private void readLine(LineTokens line) {
        try {
            if (!line.atEnd()) {
                readKeyword(line);
                line.expectEnd();
            }
        } catch (LineProblem found) {
            problems.add(found.problem());
        }
    }

    private void readKeyword(LineTokens line) {
        String keyword = line.word(A_KEYWORD);
        if (id == null) {
            readId(keyword, line);
            return;
        }
        switch (keyword) {
            case "name" -> name = once(name == null, keyword, line, readName(line));
            case "since" -> since = once(since.isEmpty(), keyword, line, OptionalInt.of(readYear(line)));
            case "weekend" -> weekend = once(weekend.isEmpty(), keyword, line, OptionalInt.of(readWeekend(line)));
            case "include" -> includes.add(readInclude(line));
            case "source" -> source = line.text("a law and section in quotes");
            case "layer" -> readLayer(line);
            case "holiday" -> current().holidays.add(readHoliday(line));
            case "free" -> readSingleDate(line, SingleDate.Kind.FREE);
            case "work" -> readSingleDate(line, SingleDate.Kind.WORK);
            default -> throw line.problem(keyword, A_KEYWORD);
        }
    }

    private void readId(String keyword, LineTokens line) {
        if (!keyword.equals("calendar")) {
            id = "";
            throw line.problem(keyword, "a line 'calendar' with an id first, such as: calendar NO");
        }
        id = readIdWord(line);
    }

    private <T> T once(boolean first, String keyword, LineTokens line, T value) {
        if (!first || layers.size() > 1) {
            throw line.problem(keyword, "this line once, before the first layer");
        }
        return value;
    }

    private WorkCalendar readInclude(LineTokens line) {
        String wanted = line.word("the id of a calendar, such as NO or SE+bank");
        if (layers.size() > 1 || !current().isEmpty()) {
            throw line.problem("include", "this line before the first layer, holiday and single date");
        }
        return included.apply(wanted)
                .orElseThrow(() -> line.problem(wanted, "the id of a known calendar, such as NO or SE+bank"));
    }

    private void readLayer(LineTokens line) {
        String layerId = readIdWord(line);
        if (layers.stream().anyMatch(layer -> layer.id.equals(layerId))) {
            throw line.problem(layerId, "a layer that does not exist yet");
        }
        source = "";
        layers.add(new LayerLines(layerId, line.atEnd() ? DayName.of(layerId) : readName(line)));
    }

    private HolidayLine readHoliday(LineTokens line) {
        DayRule rule = new DayRuleReader(line).read();
        int from = line.take("from") ? readYear(line) : YearShape.FIRST_YEAR;
        int until = line.take("until") ? readYear(line) : YearShape.LAST_YEAR;
        if (until < from) {
            throw line.problem("until " + until, "a year that is not before " + from);
        }
        return new HolidayLine(rule, from, until, readName(line), source);
    }

    private void readSingleDate(LineTokens line, SingleDate.Kind kind) {
        String word = line.word(A_DATE);
        LocalDate date = date(word, line);
        if (current().singleDates.stream().anyMatch(single -> single.date().equals(date))) {
            throw line.problem(word, "each date once in a layer");
        }
        boolean unnamed = kind == SingleDate.Kind.WORK && line.atEnd();
        current().singleDates.add(new SingleDate(date, kind, unnamed ? DayName.of("") : readName(line), source));
    }

    private static LocalDate date(String word, LineTokens line) {
        try {
            if (DATE.matcher(word).matches() && !word.startsWith("0000")) {
                return LocalDate.parse(word);
            }
        } catch (DateTimeParseException noSuchDay) {
            throw line.problem(word, "a day that the month has");
        }
        throw line.problem(word, A_DATE);
    }

    private static int readWeekend(LineTokens line) {
        if (line.take("none")) {
            return 0;
        }
        int bits = 0;
        do {
            bits |= 1 << (DayRuleReader.weekday(line).getValue() - 1);
        } while (!line.atEnd());
        if (bits == 0x7f) {
            throw line.problem("seven days", "at least one weekday that is worked");
        }
        return bits;
    }

    private static String readIdWord(LineTokens line) {
        String word = line.word(AN_ID);
        if (!ID.matcher(word).matches()) {
            throw line.problem(word, AN_ID);
        }
        return word;
    }

    private static int readYear(LineTokens line) {
        String word = line.word(A_YEAR);
        if (!YEAR.matcher(word).matches() || word.equals("0000")) {
            throw line.problem(word, A_YEAR);
        }
        return Integer.parseInt(word);
    }

    private static DayName readName(LineTokens line) {
        String en = line.text(A_NAME);
        String nb = line.take("nb") ? line.text(A_NAME) : en;
        return new DayName(en, nb, line.take("sv") ? line.text(A_NAME) : en);
    }

    private LayerLines current() {
        return layers.get(layers.size() - 1);
    }

    private static final class LayerLines {
        private final String id;
        private final DayName name;
        private final List<HolidayLine> holidays = new ArrayList<>();
        private final List<SingleDate> singleDates = new ArrayList<>();

        LayerLines(String id, DayName name) {
            this.id = id;
            this.name = name;
        }

        boolean isEmpty() {
            return holidays.isEmpty() && singleDates.isEmpty();
        }

        CalendarLayer layer() {
            return new CalendarLayer(id, name, holidays, singleDates);
        }
    }
}
