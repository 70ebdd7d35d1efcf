package org.tickmark.recurrence;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Which parts of a rule go together; RFC 5545 section 3.3.10. */
final class RuleChecks {
    private static final Pattern EXTENSION_NAME = Pattern.compile("[A-Z0-9-]+");
    private static final Pattern EXTENSION_VALUE = Pattern.compile("[^;\\s\\p{Cntrl}]*+");

    private RuleChecks() {}

    static void check(
            Frequency frequency,
            List<Integer> byWeekNo,
            List<Integer> byYearDay,
            List<Integer> byMonthDay,
            List<NthWeekday> byDay) {
        checkFrequency(RulePart.BYWEEKNO, byWeekNo, frequency);
        checkFrequency(RulePart.BYYEARDAY, byYearDay, frequency);
        checkFrequency(RulePart.BYMONTHDAY, byMonthDay, frequency);
        checkWeekdays(frequency, byWeekNo, byDay);
    }

    /** Refuses a BYSETPOS beside which no other list says what the set is. */
    static void checkSetOfPositions(List<?>... others) {
        if (Arrays.stream(others).allMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "BYSETPOS without another BY part: there is no set to choose from; add one, or leave BYSETPOS out");
        }
    }

    static void checkExtension(String name, String value) {
        if (!EXTENSION_NAME.matcher(name).matches() || RuleReader.isKnown(name)) {
            throw new IllegalArgumentException("Extension " + name
                    + ": expected a name of the letters A to Z, digits and hyphens that the standards do not use");
        }
        if (!EXTENSION_VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Extension " + name + ": expected a value without semicolons, blanks and control characters");
        }
    }

    private static void checkFrequency(RulePart part, List<Integer> numbers, Frequency frequency) {
        if (!numbers.isEmpty() && !part.isAllowedIn(frequency)) {
            throw new IllegalArgumentException(part + " with FREQ=" + frequency + ": expected FREQ to be one of "
                    + part.frequencies() + ", or no " + part);
        }
    }

    private static void checkWeekdays(Frequency frequency, List<Integer> byWeekNo, List<NthWeekday> byDay) {
        for (NthWeekday day : byDay) {
            if (day.isEach()) {
                continue;
            }
            if (frequency != Frequency.MONTHLY && frequency != Frequency.YEARLY) {
                throw new IllegalArgumentException("BYDAY has " + day + " with FREQ=" + frequency
                        + ": a number is allowed with MONTHLY and YEARLY only; leave it out, or change FREQ");
            }
            if (!byWeekNo.isEmpty()) {
                throw new IllegalArgumentException(
                        "BYDAY has " + day + " beside BYWEEKNO: a week has each weekday once; leave the number out");
            }
        }
    }
}
