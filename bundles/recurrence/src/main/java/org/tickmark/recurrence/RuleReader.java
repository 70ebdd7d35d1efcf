package org.tickmark.recurrence;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the text of a rule in one pass; the parts may stand in any order. What is tolerated is noted as a slip, and strict
 * reading refuses the first slip where it stands.
 */
final class RuleReader {
    private static final String PROPERTY = "RRULE:";
    private static final String EXCLUSION = "EXRULE";
    private static final int COUNT_DIGITS = 18;
    /** The bit in which a small letter of ASCII differs from its capital. */
    private static final int LOWER_CASE = 0x20;

    private static final List<Name> NAMES = List.of(Name.values());
    private static final Set<String> ELAPSED_PARTS = Set.of("COUNT", "UNTIL");
    private static final List<Frequency> FREQUENCIES = List.of(Frequency.values());
    private static final List<Skip> SKIPS = List.of(Skip.values());
    private static final List<String> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().substring(0, 2))
            .toList();

    private final String text;
    private final boolean strict;
    private final Set<ReadRule.Slip> slips = EnumSet.noneOf(ReadRule.Slip.class);
    private final Map<Name, Part> known = new EnumMap<>(Name.class);
    private final Map<String, Part> others = new LinkedHashMap<>();

    private RuleReader(String text, boolean strict) {
        this.text = text;
        this.strict = strict;
    }

    static RecurrenceRule strict(String text) {
        return new RuleReader(text, true).rule();
    }

    static ReadRule tolerant(String text) {
        RuleReader reader = new RuleReader(text, false);
        RecurrenceRule rule = reader.rule();
        return new ReadRule(rule, reader.slips);
    }

    static ElapsedRule elapsed(String text) {
        return new RuleReader(text, true).elapsed();
    }

    static boolean isKnown(String name) {
        return NAMES.stream().anyMatch(known -> known.name().equals(name));
    }

    private RecurrenceRule rule() {
        split();
        RecurrenceRuleBuilder builder = RecurrenceRule.every(frequency());
        builder.end(end()).skip(skip());
        for (Name name : NAMES) {
            find(name).ifPresent(part -> read(name, part, builder));
        }
        others.values().forEach(part -> extension(builder, part));
        try {
            return builder.build();
        } catch (IllegalArgumentException wrongTogether) {
            throw failure(text.length(), wrongTogether.getMessage());
        }
    }

    /** Reads a part that says something by itself; the others are read together, before. */
    private void read(Name name, Part part, RecurrenceRuleBuilder builder) {
        switch (name) {
            case FREQ, COUNT, UNTIL, RSCALE, SKIP -> {}
            case INTERVAL -> builder.interval(interval(part));
            case BYDAY -> builder.byDay(items(part, this::nthWeekday).toArray(NthWeekday[]::new));
            case WKST -> builder.weekStart(weekday(part.value));
            default -> builder.numbers(name.numbers, items(part, item -> number(name.numbers, item)));
        }
    }

    private ElapsedRule elapsed() {
        split();
        Part every = others.remove("EVERY");
        if (every == null) {
            throw failure(text.length(), "EVERY is missing; expected EVERY=PT15M or such");
        }
        End end = end();
        Stream.concat(known.values().stream(), others.values().stream())
                .filter(part -> !ELAPSED_PARTS.contains(part.name))
                .min(Comparator.comparingInt(Part::position))
                .ifPresent(part -> {
                    throw failure(part.position, "\"" + shown(part.name) + "\" found; expected EVERY, COUNT or UNTIL");
                });
        try {
            return new ElapsedRule(Duration.parse(textOf(every.value)), end);
        } catch (DateTimeException | IllegalArgumentException unfit) {
            throw failure(
                    every.value.begin,
                    "\"" + shown(textOf(every.value)) + "\" found; expected a time in whole seconds such as PT15M");
        }
    }

    private void split() {
        int begin = 0;
        if (text.regionMatches(true, 0, EXCLUSION, 0, EXCLUSION.length())) {
            throw failure(0, "EXRULE is not supported: RFC 5545 has no rules of exclusions; exclude dates by EXDATE");
        }
        if (text.regionMatches(true, 0, PROPERTY, 0, PROPERTY.length())) {
            slip(ReadRule.Slip.PROPERTY_NAME, 0, "expected the value alone, without RRULE:");
            begin = PROPERTY.length();
        }
        while (begin <= text.length()) {
            int end = text.indexOf(';', begin);
            end = end < 0 ? text.length() : end;
            part(trimmed(begin, end));
            begin = end + 1;
        }
    }

    private void part(Span span) {
        if (span.isEmpty()) {
            slip(ReadRule.Slip.EMPTY_PART, span.begin, "expected a part such as FREQ=WEEKLY");
            return;
        }
        int equals = text.indexOf('=', span.begin);
        if (equals <= span.begin || equals >= span.end) {
            throw failure(span.begin, "\"" + shown(textOf(span)) + "\" is no part; expected NAME=value");
        }
        Span name = trimmed(span.begin, equals);
        Span value = trimmed(equals + 1, span.end);
        int place = indexOf(name, NAMES);
        if (place < 0) {
            put(others, textOf(name).toUpperCase(Locale.ROOT), name.begin, value);
            return;
        }
        if (value.isEmpty()) {
            throw failure(value.begin, NAMES.get(place) + " has no value");
        }
        put(known, NAMES.get(place), name.begin, value);
    }

    private <N> void put(Map<N, Part> parts, N name, int position, Span value) {
        Part part = new Part(name.toString(), position, value);
        Part earlier = parts.put(name, part);
        if (earlier == null) {
            return;
        }
        if (!textOf(earlier.value).equalsIgnoreCase(textOf(part.value))) {
            throw failure(part.position, part.name + " stands twice with different values; leave one");
        }
        slip(ReadRule.Slip.REPEATED_PART, part.position, part.name + " stands twice; leave one");
    }

    private Frequency frequency() {
        Part part = find(Name.FREQ)
                .orElseThrow(() -> failure(text.length(), "FREQ is missing; expected FREQ=DAILY or such"));
        return constant(FREQUENCIES, part);
    }

    private int interval(Part part) {
        long value = positive(part);
        if (value > Integer.MAX_VALUE) {
            throw failure(part.value.begin, "INTERVAL is too large; expected at most " + Integer.MAX_VALUE);
        }
        return (int) value;
    }

    private End end() {
        Optional<Part> countPart = find(Name.COUNT);
        OptionalLong count = countPart.isPresent() ? OptionalLong.of(positive(countPart.get())) : OptionalLong.empty();
        Optional<Part> untilPart = find(Name.UNTIL);
        if (untilPart.isEmpty()) {
            return count.isPresent() ? End.after(count.getAsLong()) : End.never();
        }
        Span value = untilPart.get().value;
        Moment until = MomentParser.unzoned(text, value.begin, value.end);
        if (count.isEmpty()) {
            return End.until(until);
        }
        slip(
                ReadRule.Slip.COUNT_WITH_UNTIL,
                untilPart.get().position,
                "UNTIL beside COUNT; RFC 5545 allows one of the two, leave the other out");
        return new End.CountOrUntil(count.getAsLong(), until);
    }

    private Skip skip() {
        Optional<Part> scale = find(Name.RSCALE);
        scale.ifPresent(this::requireGregorian);
        Optional<Part> skip = find(Name.SKIP);
        if (skip.isPresent() && scale.isEmpty()) {
            slip(
                    ReadRule.Slip.SKIP_WITHOUT_RSCALE,
                    skip.get().position,
                    "SKIP needs RSCALE beside it; add RSCALE=GREGORIAN");
        }
        return skip.map(part -> constant(SKIPS, part)).orElse(Skip.OMIT);
    }

    private void requireGregorian(Part scale) {
        if (!textOf(scale.value).equalsIgnoreCase("GREGORIAN")) {
            throw failure(
                    scale.value.begin,
                    "calendar \"" + shown(textOf(scale.value))
                            + "\" is not supported; expected RSCALE=GREGORIAN. Keep the text to hand it on unchanged");
        }
    }

    private void extension(RecurrenceRuleBuilder builder, Part part) {
        slip(
                ReadRule.Slip.UNKNOWN_PART,
                part.position,
                "\"" + shown(part.name) + "\" is no part of RFC 5545 or RFC 7529; leave it out, or read tolerantly");
        try {
            RuleChecks.checkExtension(part.name, textOf(part.value));
        } catch (IllegalArgumentException unfit) {
            throw failure(part.position, unfit.getMessage());
        }
        builder.extension(part.name, textOf(part.value));
    }

    private int number(RulePart list, Span item) {
        int number = signed(item, item.end, list.bounds());
        if (!list.allows(number)) {
            throw failure(item.begin, list + " has " + number + "; expected " + list.bounds());
        }
        return number;
    }

    private NthWeekday nthWeekday(Span item) {
        int letters = item.end - 2;
        if (letters < item.begin) {
            throw failure(item.begin, "\"" + textOf(item) + "\" is no weekday; expected such as MO, 2TU or -1FR");
        }
        DayOfWeek day = weekday(new Span(letters, item.end));
        return new NthWeekday(letters == item.begin ? 0 : nth(item, letters), day);
    }

    private int nth(Span item, int letters) {
        int nth = signed(item, letters, "1 to 53 or -53 to -1");
        if (nth == 0 || Math.abs(nth) > 53) {
            throw failure(item.begin, "weekday number " + nth + "; expected 1 to 53 or -53 to -1");
        }
        return nth;
    }

    private DayOfWeek weekday(Span span) {
        int day = indexOf(span, WEEKDAYS);
        if (day < 0) {
            throw failure(
                    span.begin, "\"" + shown(textOf(span)) + "\" is no weekday; expected MO, TU, WE, TH, FR, SA or SU");
        }
        return DayOfWeek.of(day + 1);
    }

    private <E extends Enum<E>> E constant(List<E> constants, Part part) {
        for (E constant : constants) {
            if (is(part.value, constant.name())) {
                return constant;
            }
        }
        throw failure(
                part.value.begin,
                part.name + " is \"" + shown(textOf(part.value)) + "\"; expected one of " + constants);
    }

    /** Which of these words stands there, or -1. */
    private int indexOf(Span span, List<?> words) {
        for (int i = 0; i < words.size(); i++) {
            if (is(span, words.get(i).toString())) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a word of the letters A to Z stands there, in whatever case. */
    private boolean is(Span span, String word) {
        if (word.length() != span.end - span.begin) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((text.charAt(span.begin + i) | LOWER_CASE) != (word.charAt(i) | LOWER_CASE)) {
                return false;
            }
        }
        return true;
    }

    private long positive(Part part) {
        Span digits = part.value;
        long value = digits.end - digits.begin <= COUNT_DIGITS ? number(digits) : 0;
        if (value < 1) {
            throw failure(
                    digits.begin,
                    part.name + " is \"" + shown(textOf(digits)) + "\"; expected a whole number from 1, of at most "
                            + COUNT_DIGITS + " digits");
        }
        return value;
    }

    /** The number that the digits are, or 0 if there is something else among them. */
    private long number(Span digits) {
        long value = 0;
        for (int i = digits.begin; i < digits.end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    /** The number that the characters of the span are, up to a place. */
    private int signed(Span span, int end, String expected) {
        char sign = span.begin < end ? text.charAt(span.begin) : '0';
        int begin = sign == '+' || sign == '-' ? span.begin + 1 : span.begin;
        int value = 0;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || value > 999) {
                throw notNumber(span, expected);
            }
            value = value * 10 + c - '0';
        }
        if (begin >= end) {
            throw notNumber(span, expected);
        }
        return sign == '-' ? -value : value;
    }

    private RuleSyntaxException notNumber(Span span, String expected) {
        return failure(span.begin, "\"" + shown(textOf(span)) + "\" found; expected " + expected);
    }

    /** What stands between the commas of a value. */
    private <T> List<T> items(Part part, Function<Span, T> reading) {
        Span value = part.value;
        int end = itemEnd(value.begin, value);
        if (end == value.end) {
            return List.of(reading.apply(value));
        }
        List<T> items = new ArrayList<>();
        for (int begin = value.begin; begin <= value.end; begin = end + 1) {
            end = itemEnd(begin, value);
            items.add(reading.apply(trimmed(begin, end)));
        }
        return items;
    }

    private int itemEnd(int begin, Span value) {
        int comma = text.indexOf(',', begin);
        return comma < 0 || comma > value.end ? value.end : comma;
    }

    /** What is between two places, without the blanks at both ends. */
    private Span trimmed(int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end - begin < to - from) {
            slip(ReadRule.Slip.BLANKS, begin == from ? end : from, "a blank; leave it out");
        }
        return new Span(begin, end);
    }

    private Optional<Part> find(Name name) {
        return Optional.ofNullable(known.get(name));
    }

    private String textOf(Span span) {
        return text.substring(span.begin, span.end);
    }

    private void slip(ReadRule.Slip slip, int position, String reason) {
        if (strict) {
            throw failure(position, reason);
        }
        slips.add(slip);
    }

    private RuleSyntaxException failure(int position, String reason) {
        return new RuleSyntaxException(text, position, reason);
    }

    private static String shown(String piece) {
        return piece.length() <= 40 ? piece : piece.substring(0, 40) + "…";
    }

    /** A stretch of the text. */
    private record Span(int begin, int end) {
        boolean isEmpty() {
            return begin == end;
        }
    }

    private record Part(String name, int position, Span value) {}

    /** The names that the standards know, the common ones first. */
    private enum Name {
        FREQ,
        INTERVAL,
        BYDAY,
        COUNT,
        UNTIL,
        WKST,
        RSCALE,
        SKIP,
        BYMONTH(RulePart.BYMONTH),
        BYWEEKNO(RulePart.BYWEEKNO),
        BYYEARDAY(RulePart.BYYEARDAY),
        BYMONTHDAY(RulePart.BYMONTHDAY),
        BYHOUR(RulePart.BYHOUR),
        BYMINUTE(RulePart.BYMINUTE),
        BYSECOND(RulePart.BYSECOND),
        BYSETPOS(RulePart.BYSETPOS);

        private final RulePart numbers;

        Name() {
            this(null);
        }

        Name(RulePart numbers) {
            this.numbers = numbers;
        }
    }
}
