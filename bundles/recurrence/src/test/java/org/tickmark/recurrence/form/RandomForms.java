package org.tickmark.recurrence.form;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Forms of every kind, likely and unlikely ones, the same for the same seed. */
public final class RandomForms {
    private final Random random;

    public RandomForms(long seed) {
        random = new Random(seed);
    }

    public RuleForm form() {
        return switch (random.nextInt(4)) {
            case 0 -> pattern();
            case 1 -> task();
            case 2 -> unix();
            default -> quartz();
        };
    }

    public PatternRule pattern() {
        if (random.nextInt(10) == 0) {
            List<LocalDateTime> dates = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                dates.add(dateTime());
            }
            return new PatternRule.Custom(dates);
        }
        PatternEnd end =
                switch (random.nextInt(3)) {
                    case 0 -> new PatternEnd.ByCount(1 + random.nextInt(40));
                    case 1 -> new PatternEnd.ByDate(dateTime().toLocalDate().plusYears(10));
                    default -> new PatternEnd.Never();
                };
        return new PatternRule.Repeating(datePattern(), end);
    }

    private DatePattern datePattern() {
        return switch (random.nextInt(8)) {
            case 0 -> new DatePattern.EveryWorkday();
            case 1 -> new DatePattern.EveryDay();
            case 2 -> new DatePattern.EveryNthDay(1 + random.nextInt(50));
            case 3 -> new DatePattern.Weekly(1 + random.nextInt(5), weekdays(), weekday());
            case 4 -> new DatePattern.MonthlyOnDay(1 + random.nextInt(31), 1 + random.nextInt(12), shortMonth());
            case 5 -> new DatePattern.MonthlyOnWeekday(week(), weekdays(), 1 + random.nextInt(12));
            case 6 -> yearlyOnDate();
            default -> new DatePattern.YearlyOnWeekday(week(), weekdays(), month());
        };
    }

    private DatePattern yearlyOnDate() {
        Month month = month();
        return new DatePattern.YearlyOnDate(month, 1 + random.nextInt(month.maxLength()), shortMonth());
    }

    public TaskFrequency task() {
        return switch (random.nextInt(7)) {
            case 0 -> new TaskFrequency.Never();
            case 1 -> new TaskFrequency.Elapsed(interval(), Instant.ofEpochSecond(1_000_000_000L + random.nextInt()));
            case 2 -> new TaskFrequency.Hourly(random.nextInt(60));
            case 3 -> new TaskFrequency.Weekly(weekdays(), time());
            case 4 -> monthly();
            case 5 -> yearly();
            default -> new TaskFrequency.Once(dateTime());
        };
    }

    private Duration interval() {
        return switch (random.nextInt(3)) {
            case 0 -> Duration.ofMinutes(1 + random.nextInt(90));
            case 1 -> Duration.ofHours(1 + random.nextInt(30));
            default -> Duration.ofSeconds(1 + random.nextInt(100_000));
        };
    }

    private TaskFrequency monthly() {
        Set<Month> months = random.nextBoolean() ? EnumSet.allOf(Month.class) : EnumSet.of(month(), month());
        boolean possible = months.stream().anyMatch(month -> month.maxLength() == 31);
        int day = 1 + random.nextInt(possible ? 31 : 29);
        return new TaskFrequency.Monthly(day, months, time(), shortMonth());
    }

    private TaskFrequency yearly() {
        Month month = month();
        return new TaskFrequency.Yearly(month, 1 + random.nextInt(month.maxLength()), time(), shortMonth());
    }

    public UnixCron unix() {
        return new UnixCron(
                field(CronUnit.MINUTE),
                field(CronUnit.HOUR),
                field(CronUnit.DAY_OF_MONTH),
                field(CronUnit.MONTH),
                field(CronUnit.DAY_OF_WEEK));
    }

    public QuartzCron quartz() {
        CronField second = random.nextInt(3) == 0 ? field(CronUnit.SECOND) : CronField.of(CronUnit.SECOND, List.of(0));
        CronField year = random.nextInt(4) == 0 ? field(CronUnit.YEAR) : CronField.all(CronUnit.YEAR);
        return new QuartzCron(
                second, field(CronUnit.MINUTE), field(CronUnit.HOUR), days(), field(CronUnit.MONTH), year);
    }

    private QuartzDays days() {
        return switch (random.nextInt(5)) {
            case 0 -> new QuartzDays.Every();
            case 1 -> new QuartzDays.LastOfWeekday(weekday());
            case 2 -> new QuartzDays.NthOfWeekday(weekday(), 1 + random.nextInt(5));
            case 3 -> ofWeek();
            default -> ofMonth();
        };
    }

    private QuartzDays ofWeek() {
        CronField field = field(CronUnit.QUARTZ_DAY_OF_WEEK);
        return QuartzDays.isStar(field.spans()) ? new QuartzDays.Every() : new QuartzDays.OfWeek(field);
    }

    private QuartzDays ofMonth() {
        List<CronSpan> days =
                random.nextBoolean() ? List.of() : field(CronUnit.DAY_OF_MONTH).spans();
        if (QuartzDays.isStar(days)) {
            return new QuartzDays.Every();
        }
        List<Integer> nearest = numbers(2, 31, 1);
        List<Integer> before = numbers(2, 31, 0);
        List<Integer> nearestBefore = numbers(2, 31, 0);
        boolean none = days.isEmpty() && nearest.isEmpty() && before.isEmpty() && nearestBefore.isEmpty();
        return new QuartzDays.OfMonth(days, none ? List.of(15) : nearest, before, nearestBefore);
    }

    private List<Integer> numbers(int most, int bound, int least) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            numbers.add(least + random.nextInt(bound));
        }
        return numbers;
    }

    private CronField field(CronUnit unit) {
        if (random.nextInt(3) == 0) {
            return CronField.all(unit);
        }
        List<CronSpan> spans = new ArrayList<>();
        boolean days = unit == CronUnit.DAY_OF_MONTH || unit == CronUnit.DAY_OF_WEEK;
        if (random.nextInt(5) == 0) {
            spans.add(CronSpan.everyOf(unit, 1 + random.nextInt(unit.size() / 2)));
        }
        for (int i = days && !spans.isEmpty() ? 0 : random.nextInt(3); i >= 0; i--) {
            int first = unit.least() + random.nextInt(unit.most() - unit.least() + 1);
            int last = first + random.nextInt(unit.most() - first + 1);
            spans.add(
                    random.nextBoolean()
                            ? CronSpan.single(first)
                            : new CronSpan(first, last, 1 + random.nextInt(4), false));
        }
        return new CronField(unit, spans);
    }

    public LocalDateTime dateTime() {
        return LocalDateTime.of(2000 + random.nextInt(60), month(), 1 + random.nextInt(28), 0, 0)
                .with(time());
    }

    private LocalTime time() {
        LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
        return random.nextInt(4) == 0 ? time.withSecond(random.nextInt(60)) : time;
    }

    private Set<DayOfWeek> weekdays() {
        return random.nextInt(6) == 0
                ? EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
                : EnumSet.of(weekday(), weekday());
    }

    private DayOfWeek weekday() {
        return DayOfWeek.of(1 + random.nextInt(7));
    }

    private Month month() {
        return Month.of(1 + random.nextInt(12));
    }

    private WeekOfMonth week() {
        return WeekOfMonth.ofNumber(1 + random.nextInt(5), RecurrenceSubPattern.WEEKDAY_OF_MONTH);
    }

    private ShortMonth shortMonth() {
        return random.nextBoolean() ? ShortMonth.CLAMP : ShortMonth.OMIT;
    }
}
