package org.tickmark.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Random rules beside lib-recur and ical4j, from their start on: 20 years, or one to three days for sub-daily ones. Where both
 * say the same, so does the kernel, but for readings they share; where one of them departs from it, the reason is known. How many rules
 * is said by the system property {@code tickmark.recurrence.witnessed}. Rules with SKIP are left out: see the fixtures.
 */
class WitnessTest {
    private static final int RULES = Integer.getInteger("tickmark.recurrence.witnessed", 100);
    private static final long SEED = Long.getLong("tickmark.recurrence.seed", 2445);

    private enum Witness {
        LIB_RECUR,
        ICAL4J
    }

    /** Why a witness may say something else; each is told in INTERPRETATION.md under this name. */
    private record Case(RecurrenceRule rule, LocalDateTime start, List<Long> ours) {}

    private enum Departure {
        YEARLY_DAYS_OF_THE_STARTS_MONTH {
            @Override
            boolean explains(Witness witness, Case at, List<Long> theirs) {
                return at.rule.frequency() == Frequency.YEARLY
                        && !at.rule.byMonthDay().isEmpty()
                        && at.rule.byMonth().isEmpty();
            }
        },
        DAYS_OF_THE_YEAR_FROM_THE_END {
            @Override
            boolean explains(Witness witness, Case at, List<Long> theirs) {
                return at.rule.frequency().isSubDaily()
                        && at.rule.byYearDay().stream().anyMatch(day -> day < 0);
            }
        },
        WEEK_NUMBERS_BY_CALENDAR_YEAR {
            @Override
            boolean explains(Witness witness, Case at, List<Long> theirs) {
                return witness == Witness.LIB_RECUR && !at.rule.byWeekNo().isEmpty();
            }
        },
        POSITIONS_AFTER_THE_START {
            @Override
            boolean explains(Witness witness, Case at, List<Long> theirs) {
                return witness == Witness.LIB_RECUR
                        && at.rule.frequency() == Frequency.YEARLY
                        && !at.rule.bySetPos().isEmpty();
            }
        },
        POSITIONS_IN_A_DAY_OF_THE_YEAR {
            @Override
            boolean explains(Witness witness, Case at, List<Long> theirs) {
                return witness == Witness.LIB_RECUR
                        && at.rule.frequency().isSubDaily()
                        && !at.rule.byYearDay().isEmpty()
                        && !at.rule.bySetPos().isEmpty();
            }
        },
        GIVES_UP {
            @Override
            boolean explains(Witness witness, Case at, List<Long> theirs) {
                return witness == Witness.ICAL4J
                        && at.rule.frequency().compareTo(Frequency.DAILY) <= 0
                        && theirs.size() < at.ours.size()
                        && theirs.equals(at.ours.subList(0, theirs.size()));
            }
        },
        TWICE {
            @Override
            boolean explains(Witness witness, Case at, List<Long> theirs) {
                return witness == Witness.ICAL4J
                        && (!at.rule.bySetPos().isEmpty() || new HashSet<>(theirs).size() < theirs.size());
            }
        },
        MONTHS_OF_WEEK_STARTS {
            @Override
            boolean explains(Witness witness, Case at, List<Long> theirs) {
                return witness == Witness.ICAL4J
                        && at.rule.frequency() == Frequency.WEEKLY
                        && !at.rule.byMonth().isEmpty();
            }
        },
        NO_DAYS_FROM_THE_END {
            @Override
            boolean explains(Witness witness, Case at, List<Long> theirs) {
                return witness == Witness.ICAL4J
                        && at.rule.frequency().compareTo(Frequency.DAILY) <= 0
                        && at.rule.byMonthDay().stream().anyMatch(day -> day < 0);
            }
        },
        WEEKDAYS_OF_WHOLE_MONTHS {
            @Override
            boolean explains(Witness witness, Case at, List<Long> theirs) {
                return witness == Witness.ICAL4J
                        && at.rule.frequency().isSubDaily()
                        && !at.rule.byMonth().isEmpty()
                        && !at.rule.byDay().isEmpty();
            }
        },
        WEEKS_FROM_SUNDAY {
            @Override
            boolean explains(Witness witness, Case at, List<Long> theirs) {
                boolean weeksMatter = at.rule.frequency() == Frequency.WEEKLY
                        ? at.rule.interval() > 1
                        : !at.rule.byWeekNo().isEmpty();
                boolean meetsSunday = at.start.getDayOfWeek() == DayOfWeek.SUNDAY
                        || at.rule.byDay().contains(NthWeekday.each(DayOfWeek.SUNDAY));
                return witness == Witness.ICAL4J
                        && at.rule.weekStart() == DayOfWeek.MONDAY
                        && weeksMatter
                        && meetsSunday;
            }
        },
        YEARLY_PARTS_THAT_DO_NOT_LIMIT {
            @Override
            boolean explains(Witness witness, Case at, List<Long> theirs) {
                boolean limited = !at.rule.byMonth().isEmpty()
                        || !at.rule.byYearDay().isEmpty()
                        || !at.rule.byMonthDay().isEmpty();
                return witness == Witness.ICAL4J
                        && at.rule.frequency() == Frequency.YEARLY
                        && limited
                        && !(at.rule.byWeekNo().isEmpty() && at.rule.byYearDay().isEmpty());
            }
        },
        NUMBERED_WEEKDAYS_BESIDE_DAYS {
            @Override
            boolean explains(Witness witness, Case at, List<Long> theirs) {
                return witness == Witness.ICAL4J
                        && at.rule.byDay().stream().anyMatch(day -> !day.isEach())
                        && !(at.rule.byMonthDay().isEmpty()
                                && at.rule.byYearDay().isEmpty());
            }
        };

        abstract boolean explains(Witness witness, Case at, List<Long> theirs);
    }

    private final Map<Departure, Integer> departures = new EnumMap<>(Departure.class);
    private final List<String> unexplained = new ArrayList<>();

    @Test
    void agreesWithTheMajorityOrSaysWhyNot(TestReporter reporter) {
        int same = 0;
        for (int i = 0; i < RULES; i++) {
            RandomRules rules = new RandomRules(SEED + i);
            LocalDateTime start = rules.start();
            RecurrenceRule rule = rules.rule();
            if (rule.skip() == Skip.OMIT && agree(rule, start)) {
                same++;
            }
        }
        reporter.publishEntry("all three say the same", same + " of " + RULES + " rules; departures: " + departures);
        assertThat(unexplained).isEmpty();
        assertThat(same).isGreaterThan(RULES / 3);
    }

    private boolean agree(RecurrenceRule rule, LocalDateTime start) {
        LocalDateTime end = end(rule.frequency(), start);
        Case at = new Case(rule, start, ours(rule, start, end));
        Optional<List<Long>> a = Witnesses.libRecur(rule, start, end);
        Optional<List<Long>> b = Witnesses.ical4j(rule, start, end);
        a.ifPresent(theirs -> check(Witness.LIB_RECUR, at, theirs));
        b.ifPresent(theirs -> check(Witness.ICAL4J, at, theirs));
        boolean same = a.isPresent() && a.equals(b);
        if (same && !a.get().equals(at.ours)) {
            assertThat(Departure.values())
                    .as("%s from %s: both witnesses say the same, and something else", rule, start)
                    .anyMatch(reason -> reason.explains(Witness.LIB_RECUR, at, a.get())
                            && reason.explains(Witness.ICAL4J, at, a.get()));
        }
        return same && a.get().equals(at.ours);
    }

    private void check(Witness witness, Case at, List<Long> theirs) {
        if (theirs.equals(at.ours)) {
            return;
        }
        Optional<Departure> departure = Arrays.stream(Departure.values())
                .filter(reason -> reason.explains(witness, at, theirs))
                .findFirst();
        departure.ifPresentOrElse(
                reason -> departures.merge(reason, 1, Integer::sum),
                () -> unexplained.add(witness + " on " + at.rule + " from " + at.start + ": " + theirs.size()
                        + " occurrences, ours " + at.ours.size()));
    }

    private static LocalDateTime end(Frequency frequency, LocalDateTime start) {
        return switch (frequency) {
            case SECONDLY -> start.plusDays(1);
            case MINUTELY, HOURLY -> start.plusDays(3);
            default -> start.plusYears(20);
        };
    }

    private static List<Long> ours(RecurrenceRule rule, LocalDateTime start, LocalDateTime endExclusive) {
        Sequence sequence = rule.sequence(Moment.of(start));
        long end = endExclusive.toEpochSecond(ZoneOffset.UTC);
        List<Long> seconds = new ArrayList<>();
        for (long at = sequence.first(); at != Sequence.NONE && at < end; at = sequence.next(at + 1)) {
            seconds.add(at);
        }
        return seconds;
    }
}
