package org.tickmark.recurrence.words;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tickmark.recurrence.NthWeekday;

/** The slots of a language, by the names the templates use. Immutable once built. */
final class Vocabulary {
    private static final int WORDS = 12;
    private static final int LAST_YEAR = 9999;
    private static final int MOST_POSITIONS = 366;

    private final Lexicon lexicon;
    private final Map<String, Slot<?>> slots = new HashMap<>();
    private final Map<String, Long> numberWords = new HashMap<>();

    Vocabulary(Lexicon lexicon) {
        this.lexicon = lexicon;
        IntStream.rangeClosed(1, WORDS)
                .forEach(n -> lexicon.folded("number." + n).forEach(word -> numberWords.put(word, (long) n)));
        counts();
        weekdays();
        months();
        positions();
        times();
        dates();
        spans();
    }

    /** The phrase of a key, with the slots its templates name. */
    Phrase phrase(String key) {
        return new Phrase(key, lexicon.all(key).stream().map(Template::of).toList(), slots);
    }

    private <T> void put(String name, Slot<T> slot) {
        slots.put(name, slot);
    }

    private void counts() {
        put("count", new NumberSlot(1, Long.MAX_VALUE, numberWords));
        put("n", new NumberSlot(1, Long.MAX_VALUE, numberWords));
        put("interval", NumberSlot.ofInt(1, Integer.MAX_VALUE, numberWords));
        put("interval:nth", ordinal(Integer.MAX_VALUE, false));
        put("interval:digits", digits(Integer.MAX_VALUE));
        put("ambiguous", ordinal(Integer.MAX_VALUE, false));
        put("nth", ordinal(MOST_POSITIONS, false));
        put("extensions", list(new QuotedSlot()));
        numbers("weeks", 1, 53);
        numbers("yearDays", 1, 366);
        numbers("monthDays", 1, 31);
        numbers("nearest", 1, 31);
        numbers("eitherMonthDays", 1, 31);
        numbers("years", 1, LAST_YEAR);
        numbers("hours", 0, 23);
        numbers("minutes", 0, 59);
        numbers("minutesPast", 0, 59);
        numbers("seconds", 0, 59);
        List.of("yearDays", "monthDays", "nearest")
                .forEach(name -> put(name + ":nth", list(ordinal(name.equals("yearDays") ? 366 : 31, false))));
    }

    private void numbers(String name, int least, int most) {
        put(name, ranges(NumberSlot.ofInt(least, most, numberWords)));
    }

    private Slot<List<Integer>> ranges(Slot<Integer> number) {
        Numbers item = new Numbers(number, lexicon);
        return list(item, item::items);
    }

    private <T> Slot<List<T>> list(Slot<List<T>> item, Function<List<T>, List<String>> items) {
        return new ListSlot<>(item, items, lexicon.first("and"), lexicon.folded("and"));
    }

    private OrdinalSlot ordinal(int most, boolean bare) {
        Map<Integer, String> written = new LinkedHashMap<>();
        Map<String, Integer> read = new LinkedHashMap<>();
        for (int n = 1; n <= WORDS; n++) {
            int number = n;
            written.put(n, lexicon.first("ordinal." + n));
            lexicon.folded("ordinal." + n).forEach(word -> read.put(word, number));
        }
        return new OrdinalSlot(written, read, endings(), most, bare);
    }

    private OrdinalSlot digits(int most) {
        return new OrdinalSlot(Map.of(), Map.of(), endings(), most, false);
    }

    private Map<Integer, String> endings() {
        Map<Integer, String> endings = new LinkedHashMap<>();
        for (int digit = 0; digit < 10; digit++) {
            String key = "ending." + digit;
            if (lexicon.keys().contains(key)) {
                endings.put(digit, lexicon.first(key));
            }
        }
        return endings;
    }

    private void weekdays() {
        Slot<DayOfWeek> weekday = new NameSlot<>(names("weekday", DayOfWeek.values()));
        Slot<DayOfWeek> weekdayOf = new NameSlot<>(names("weekdayOf", DayOfWeek.values()));
        put("weekday", weekday);
        put("weekday:of", weekdayOf);
        put("weekStart", weekday);
        WeekdayItem item =
                new WeekdayItem(weekday, lexicon.all("workdays"), lexicon.folded("weekend"), lexicon.folded("to"));
        Slot<List<DayOfWeek>> days = list(item, item::items);
        put("days", days);
        put("eitherDays", days);
        put("days:or", new ListSlot<>(item, item::single, lexicon.first("or"), lexicon.folded("or")));
    }

    /** The names of the values, which the lexicon numbers from 1 in their order. */
    private <T> Map<T, List<String>> names(String key, T[] values) {
        Map<T, List<String>> names = new LinkedHashMap<>();
        for (T value : values) {
            names.put(value, lexicon.all(key + "." + (names.size() + 1)));
        }
        return names;
    }

    private void months() {
        Slot<Month> month = new NameSlot<>(names("month", Month.values()));
        put("month", month);
        Slot<Integer> number = month.as(Month::getValue, Month::of);
        put("months", list(new Numbers(number, lexicon), months -> months.stream()
                .map(number::write)
                .toList()));
    }

    private void positions() {
        Slot<Integer> last = words("last", -1);
        Slot<Integer> secondLast = words("secondLast", -2);
        Slot<Integer> nthLast = new PhraseSlot<>(
                phrase("nthLast"),
                value -> Values.of("nth", -value),
                values -> Optional.of(-values.get("nth", Integer.class)));
        Slot<Integer> fromEnd = new ChoiceSlot<>(List.of(
                choice(value -> value == -1, last),
                choice(value -> value == -2, secondLast),
                choice(value -> true, nthLast)));
        Slot<Integer> position = new ChoiceSlot<>(
                List.of(choice(value -> value < 0, fromEnd), choice(value -> true, ordinal(MOST_POSITIONS, false))));
        put("positions", list(position));
        put("workdayPositions", list(position));
        List.of("weeksFromEnd", "yearDaysFromEnd", "monthDaysFromEnd", "nearestFromEnd")
                .forEach(name -> put(name, list(fromEnd)));
        nthDays();
    }

    private static <T> ChoiceSlot.Choice<T> choice(Predicate<T> written, Slot<T> slot) {
        return new ChoiceSlot.Choice<>(written, slot);
    }

    /** One value that fixed words say. */
    private <T> Slot<T> words(String key, T value) {
        return new PhraseSlot<>(phrase(key), ignored -> new Values(), values -> Optional.of(value));
    }

    private void nthDays() {
        Slot<List<NthWeekday>> numbered = new PhraseSlot<>(
                phrase("nthDay"),
                days -> Values.of("positions", List.of(days.get(0).nth()))
                        .with("weekday", days.get(0).weekday()),
                Vocabulary::nthDays);
        Slot<List<NthWeekday>> each = new PhraseSlot<>(
                phrase("eachDay"),
                days -> Values.of("weekday", days.get(0).weekday()),
                values -> Optional.of(List.of(NthWeekday.each(values.get("weekday", DayOfWeek.class)))));
        Slot<List<NthWeekday>> item =
                new ChoiceSlot<>(List.of(choice(days -> days.get(0).isEach(), each), choice(days -> true, numbered)));
        Function<List<NthWeekday>, List<String>> items =
                days -> days.stream().map(day -> item.write(List.of(day))).toList();
        put("nthDays", list(item, items));
        put("nthDays:or", new ListSlot<>(item, items, lexicon.first("or"), lexicon.folded("or")));
    }

    private static Optional<List<NthWeekday>> nthDays(Values values) {
        List<Integer> positions = values.list("positions", Integer.class);
        DayOfWeek weekday = values.get("weekday", DayOfWeek.class);
        return positions.stream().anyMatch(nth -> Math.abs(nth) > 53)
                ? Optional.empty()
                : Optional.of(positions.stream()
                        .map(nth -> NthWeekday.of(nth, weekday))
                        .toList());
    }

    private <T> Slot<List<T>> list(Slot<T> element) {
        Slot<List<T>> item = element.as(List::of, values -> values.get(0));
        return list(item, values -> values.stream().map(element::write).toList());
    }

    private void times() {
        Map<String, LocalTime> names = new HashMap<>();
        lexicon.folded("noon").forEach(word -> names.put(word, LocalTime.NOON));
        lexicon.folded("midnight").forEach(word -> names.put(word, LocalTime.MIDNIGHT));
        Map<String, Integer> halves = new HashMap<>();
        lexicon.folded("am").forEach(word -> halves.put(word, 0));
        lexicon.folded("pm").forEach(word -> halves.put(word, 12));
        Slot<LocalTime> time = new TimeSlot(names, halves, true);
        put("time", time);
        put("times", list(time));
        put("times:clock", list(new TimeSlot(names, halves, false)));
    }

    private void dates() {
        Slot<Integer> day = NumberSlot.ofInt(1, 31, Map.of());
        put("day", day);
        put("day:nth", ordinal(31, false));
        put("year", NumberSlot.ofInt(1, LAST_YEAR, Map.of()));
        put(
                "yearDate",
                new PhraseSlot<>(
                        phrase("monthDay"),
                        date -> Values.of("month", date.getMonth()).with("day", date.getDayOfMonth()),
                        values -> valid(() ->
                                MonthDay.of(values.get("month", Month.class), values.get("day", Integer.class)))));
        Slot<LocalDate> date = new ChoiceSlot<>(List.of(
                choice(
                        value -> true,
                        new PhraseSlot<>(
                                phrase("date"),
                                value -> Values.of("month", value.getMonth())
                                        .with("day", value.getDayOfMonth())
                                        .with("year", value.getYear()),
                                values -> valid(() -> LocalDate.of(
                                        values.get("year", Integer.class),
                                        values.get("month", Month.class),
                                        values.get("day", Integer.class))))),
                choice(value -> false, new NumericDate())));
        put("date", date);
        put("untilDate", date);
        Slot<LocalDateTime> dateTime = dateTime("dateTime");
        put("once", dateTime);
        put("untilLocal", dateTime);
        put("untilUtc", dateTime("utc"));
        put("start", dateTime("utc"));
        put("dates", list(dateTime));
    }

    private Slot<LocalDateTime> dateTime(String key) {
        return new PhraseSlot<>(
                phrase(key),
                value -> Values.of("date", value.toLocalDate()).with("time", value.toLocalTime()),
                values -> Optional.of(
                        LocalDateTime.of(values.get("date", LocalDate.class), values.get("time", LocalTime.class))));
    }

    private static <T> Optional<T> valid(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void spans() {
        Slot<Duration> item = new ChoiceSlot<>(Arrays.stream(Span.values())
                .flatMap(span -> List.of(
                        choice(span::isOne, words(span.key() + ".1", span.one())), choice(span::isWhole, several(span)))
                        .stream())
                .toList());
        Slot<List<Duration>> parts = list(item);
        put("duration", parts.as(durations -> durations.stream().reduce(Duration.ZERO, Duration::plus), Span::partsOf));
    }

    private Slot<Duration> several(Span span) {
        return new PhraseSlot<>(
                phrase(span.key() + ".n"),
                value -> Values.of("n", span.count(value)),
                values -> valid(() -> span.of(values.get("n", Long.class))));
    }
}
