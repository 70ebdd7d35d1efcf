package org.tickmark.recurrence;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the text of a rule in one pass; the parts may stand in any order. What is tolerated is noted as a slip, and strict
 * reading refuses the first slip where it stands.
 */
final class RuleReader {
    private static final String PROPERTY = "RRULE:";
    private static final int COUNT_DIGITS = 18;
    private static final Set<String> SINGLE_VALUES =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "RSCALE", "SKIP", "BYDAY");

    private final String text;
    private final boolean strict;
    private final Set<ReadRule.Slip> slips = EnumSet.noneOf(ReadRule.Slip.class);
    private final Map<String, Part> parts = new LinkedHashMap<>();

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
        return SINGLE_VALUES.contains(name)
                || Arrays.stream(RulePart.values()).anyMatch(part -> part.name().equals(name));
    }

    private RecurrenceRule rule() {
        split();
        RecurrenceRuleBuilder builder = RecurrenceRule.every(frequency());
        interval().ifPresent(builder::interval);
        builder.end(end());
        take("BYDAY").ifPresent(part -> builder.byDay(weekdays(part)));
        for (RulePart list : RulePart.values()) {
            take(list.name()).ifPresent(part -> builder.numbers(list, numbers(list, part)));
        }
        take("WKST").ifPresent(part -> builder.weekStart(weekday(part.value, part.value.text.length())));
        builder.skip(skip());
        parts.values().forEach(part -> extension(builder, part));
        try {
            return builder.build();
        } catch (IllegalArgumentException wrongTogether) {
            throw failure(text.length(), wrongTogether.getMessage());
        }
    }

    private ElapsedRule elapsed() {
        split();
        Part every = take("EVERY")
                .orElseThrow(() -> failure(text.length(), "EVERY is missing; expected EVERY=PT15M or such"));
        End end = end();
        for (Part part : parts.values()) {
            throw failure(part.position, "\"" + shown(part.name) + "\" found; expected EVERY, COUNT or UNTIL");
        }
        try {
            return new ElapsedRule(Duration.parse(every.value.text), end);
        } catch (DateTimeException | IllegalArgumentException unfit) {
            throw failure(
                    every.value.position,
                    "\"" + shown(every.value.text) + "\" found; expected a time in whole seconds such as PT15M");
        }
    }

    private void split() {
        int begin = 0;
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

    private void part(Piece piece) {
        if (piece.text.isEmpty()) {
            slip(ReadRule.Slip.EMPTY_PART, piece.position, "expected a part such as FREQ=WEEKLY");
            return;
        }
        int equals = piece.text.indexOf('=');
        if (equals < 1) {
            throw failure(piece.position, "\"" + shown(piece.text) + "\" is no part; expected NAME=value");
        }
        Piece name = trimmed(piece.position, piece.position + equals);
        Piece value = trimmed(piece.position + equals + 1, piece.position + piece.text.length());
        put(new Part(name.text.toUpperCase(Locale.ROOT), name.position, value));
    }

    private void put(Part part) {
        if (part.value.text.isEmpty() && isKnown(part.name)) {
            throw failure(part.value.position, part.name + " has no value");
        }
        Part earlier = parts.put(part.name, part);
        if (earlier == null) {
            return;
        }
        if (!earlier.value.text.equalsIgnoreCase(part.value.text)) {
            throw failure(part.position, part.name + " stands twice with different values; leave one");
        }
        slip(ReadRule.Slip.REPEATED_PART, part.position, part.name + " stands twice; leave one");
    }

    private Frequency frequency() {
        Part part =
                take("FREQ").orElseThrow(() -> failure(text.length(), "FREQ is missing; expected FREQ=DAILY or such"));
        return constant(Frequency.class, part);
    }

    private Optional<Integer> interval() {
        return take("INTERVAL").map(part -> {
            long value = positive(part);
            if (value > Integer.MAX_VALUE) {
                throw failure(part.value.position, "INTERVAL is too large; expected at most " + Integer.MAX_VALUE);
            }
            return (int) value;
        });
    }

    private End end() {
        Optional<Part> countPart = take("COUNT");
        OptionalLong count = countPart.isPresent() ? OptionalLong.of(positive(countPart.get())) : OptionalLong.empty();
        Optional<Part> untilPart = take("UNTIL");
        if (untilPart.isEmpty()) {
            return count.isPresent() ? End.after(count.getAsLong()) : End.never();
        }
        Piece value = untilPart.get().value;
        Moment until = MomentParser.unzoned(text, value.position, value.position + value.text.length());
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
        Optional<Part> scale = take("RSCALE");
        scale.ifPresent(this::requireGregorian);
        Optional<Part> skip = take("SKIP");
        if (skip.isPresent() && scale.isEmpty()) {
            slip(
                    ReadRule.Slip.SKIP_WITHOUT_RSCALE,
                    skip.get().position,
                    "SKIP needs RSCALE beside it; add RSCALE=GREGORIAN");
        }
        return skip.map(part -> constant(Skip.class, part)).orElse(Skip.OMIT);
    }

    private void requireGregorian(Part scale) {
        if (!scale.value.text.equalsIgnoreCase("GREGORIAN")) {
            throw failure(
                    scale.value.position,
                    "calendar \"" + shown(scale.value.text)
                            + "\" is not supported; expected RSCALE=GREGORIAN. Keep the text to hand it on unchanged");
        }
    }

    private void extension(RecurrenceRuleBuilder builder, Part part) {
        slip(
                ReadRule.Slip.UNKNOWN_PART,
                part.position,
                "\"" + shown(part.name) + "\" is no part of RFC 5545 or RFC 7529; leave it out, or read tolerantly");
        try {
            RuleChecks.checkExtension(part.name, part.value.text);
        } catch (IllegalArgumentException unfit) {
            throw failure(part.position, unfit.getMessage());
        }
        builder.extension(part.name, part.value.text);
    }

    private List<Integer> numbers(RulePart list, Part part) {
        List<Integer> numbers = new ArrayList<>();
        for (Piece piece : items(part.value)) {
            int number = signed(piece, piece.text.length(), list.bounds());
            if (!list.allows(number)) {
                throw failure(piece.position, list + " has " + number + "; expected " + list.bounds());
            }
            numbers.add(number);
        }
        return numbers;
    }

    private NthWeekday[] weekdays(Part part) {
        List<NthWeekday> days = new ArrayList<>();
        for (Piece piece : items(part.value)) {
            int digits = piece.text.length() - 2;
            if (digits < 0) {
                throw failure(piece.position, "\"" + piece.text + "\" is no weekday; expected such as MO, 2TU or -1FR");
            }
            DayOfWeek day = weekday(new Piece(piece.text.substring(digits), piece.position + digits), 2);
            days.add(new NthWeekday(digits == 0 ? 0 : nth(piece, digits), day));
        }
        return days.toArray(NthWeekday[]::new);
    }

    private int nth(Piece piece, int digits) {
        int nth = signed(piece, digits, "1 to 53 or -53 to -1");
        if (nth == 0 || Math.abs(nth) > 53) {
            throw failure(piece.position, "weekday number " + nth + "; expected 1 to 53 or -53 to -1");
        }
        return nth;
    }

    private DayOfWeek weekday(Piece piece, int length) {
        if (length == 2) {
            for (DayOfWeek day : DayOfWeek.values()) {
                if (day.name().regionMatches(true, 0, piece.text, 0, 2)) {
                    return day;
                }
            }
        }
        throw failure(
                piece.position, "\"" + shown(piece.text) + "\" is no weekday; expected MO, TU, WE, TH, FR, SA or SU");
    }

    private <E extends Enum<E>> E constant(Class<E> type, Part part) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(part.value.text)) {
                return constant;
            }
        }
        throw failure(
                part.value.position,
                part.name + " is \"" + shown(part.value.text) + "\"; expected one of "
                        + Arrays.toString(type.getEnumConstants()));
    }

    private long positive(Part part) {
        String digits = part.value.text;
        boolean fits = digits.length() <= COUNT_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        long value = fits ? Long.parseLong(digits) : 0;
        if (value < 1) {
            throw failure(
                    part.value.position,
                    part.name + " is \"" + shown(digits) + "\"; expected a whole number from 1, of at most "
                            + COUNT_DIGITS + " digits");
        }
        return value;
    }

    /** The number that the first {@code length} characters of the piece are. */
    private int signed(Piece piece, int length, String expected) {
        char sign = length > 0 ? piece.text.charAt(0) : '0';
        int begin = sign == '+' || sign == '-' ? 1 : 0;
        int value = 0;
        for (int i = begin; i < length; i++) {
            char c = piece.text.charAt(i);
            if (c < '0' || c > '9' || value > 999) {
                throw notNumber(piece, expected);
            }
            value = value * 10 + c - '0';
        }
        if (begin >= length) {
            throw notNumber(piece, expected);
        }
        return sign == '-' ? -value : value;
    }

    private RuleSyntaxException notNumber(Piece piece, String expected) {
        return failure(piece.position, "\"" + shown(piece.text) + "\" found; expected " + expected);
    }

    private List<Piece> items(Piece value) {
        List<Piece> items = new ArrayList<>();
        int last = value.position + value.text.length();
        int begin = value.position;
        while (begin <= last) {
            int comma = text.indexOf(',', begin);
            int end = comma < 0 || comma > last ? last : comma;
            items.add(trimmed(begin, end));
            begin = end + 1;
        }
        return items;
    }

    private Piece trimmed(int from, int to) {
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
        return new Piece(text.substring(begin, end), begin);
    }

    private Optional<Part> take(String name) {
        return Optional.ofNullable(parts.remove(name));
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

    private record Piece(String text, int position) {}

    private record Part(String name, int position, Piece value) {}
}
