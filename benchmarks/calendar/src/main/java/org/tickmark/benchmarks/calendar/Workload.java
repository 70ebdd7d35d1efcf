package org.tickmark.benchmarks.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.tickmark.api.host.access.User;

/**
 * The series of many people as iCalendar files, by a seed: begun within ten years, most of them weekly for half a year, one in twenty without end; every tenth has a date
 * left out, and every twentieth one moved by an hour.
 *
 * @param seed what they are made from
 * @param series how many
 */
record Workload(long seed, int series) {
    /** How many series a person has. */
    static final int EACH = 500;

    /** The first day on which a series begins. */
    static final LocalDate FIRST = LocalDate.of(2017, 1, 1);

    /** How many years series begin in. */
    static final int YEARS = 10;

    /** The zone of all of them. */
    static final String ZONE = "Europe/Oslo";

    private static final int DAYS = 3_652;
    private static final int DAYS_OF_TWO_YEARS = 730;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    /** How many people there are. */
    int people() {
        return (series + EACH - 1) / EACH;
    }

    /** What a person is called. */
    static String name(int person) {
        return User.IDENTITY + "person-" + person;
    }

    /** The series of a person. */
    String file(int person) {
        Random random = new Random(seed * 1_000_003 + person);
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Benchmark//EN\r\n");
        int own = Math.min(EACH, series - person * EACH);
        for (int i = 0; i < own; i++) {
            text.append(event(random, "series-" + person + "-" + i));
        }
        return text.append("END:VCALENDAR\r\n").toString();
    }

    private static String event(RandomGenerator random, String uid) {
        boolean endless = random.nextInt(20) == 0;
        int day = endless ? DAYS - random.nextInt(DAYS_OF_TWO_YEARS) : random.nextInt(DAYS);
        LocalDateTime start = workday(FIRST.plusDays(day)).atTime(7 + random.nextInt(10), 15 * random.nextInt(4));
        Rule rule = Rule.any(random, start.toLocalDate());
        String text = line("BEGIN:VEVENT")
                + line("UID:" + uid)
                + line("DTSTAMP:20261127T080000Z")
                + line("DTSTART;TZID=" + ZONE + ":" + TIME.format(start))
                + line("DURATION:PT" + (random.nextBoolean() ? 30 : 60) + "M")
                + line("SUMMARY:Meeting of " + uid)
                + line("RRULE:" + rule.text() + (endless ? "" : ";COUNT=" + (5 + random.nextInt(35))));
        LocalDateTime second = start.plusDays(rule.days());
        if (rule.days() > 0 && random.nextInt(10) == 0) {
            text += line("EXDATE;TZID=" + ZONE + ":" + TIME.format(second));
        }
        text += line("END:VEVENT");
        return rule.days() > 0 && random.nextInt(20) == 0 ? text + moved(uid, second.plusDays(rule.days())) : text;
    }

    private static String moved(String uid, LocalDateTime from) {
        return line("BEGIN:VEVENT")
                + line("UID:" + uid)
                + line("DTSTAMP:20261127T080000Z")
                + line("RECURRENCE-ID;TZID=" + ZONE + ":" + TIME.format(from))
                + line("DTSTART;TZID=" + ZONE + ":" + TIME.format(from.plusHours(1)))
                + line("DURATION:PT30M")
                + line("SUMMARY:Moved")
                + line("END:VEVENT");
    }

    private static String line(String content) {
        return content + "\r\n";
    }

    private static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    /**
     * A rule that the start fits.
     *
     * @param days how many days after each other its dates are; 0 where that is not always the same
     */
    private record Rule(String text, int days) {
        static Rule any(RandomGenerator random, LocalDate start) {
            DayOfWeek weekday = start.getDayOfWeek();
            String day = weekday.name().substring(0, 2);
            int nth = (start.getDayOfMonth() - 1) / 7 + 1;
            return switch (random.nextInt(10)) {
                case 0, 1, 2, 3, 4 -> new Rule("FREQ=WEEKLY;BYDAY=" + day, 7);
                case 5, 6 -> new Rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=" + day, 14);
                case 7 -> new Rule("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", 0);
                case 8 -> new Rule("FREQ=MONTHLY;BYDAY=" + (nth == 5 ? -1 : nth) + day, 0);
                default -> new Rule("FREQ=YEARLY", 0);
            };
        }
    }
}
