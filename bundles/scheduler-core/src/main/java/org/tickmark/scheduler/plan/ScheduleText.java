package org.tickmark.scheduler.plan;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.recurrence.ElapsedRule;
import org.tickmark.recurrence.End;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.RuleSyntaxException;
import org.tickmark.recurrence.form.Forms;
import org.tickmark.recurrence.form.PatternRule;
import org.tickmark.recurrence.form.Rrule;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.form.Rules;
import org.tickmark.recurrence.form.TaskFrequency;
import org.tickmark.recurrence.form.UnixCron;
import org.tickmark.recurrence.series.RuleText;
import org.tickmark.recurrence.words.Language;
import org.tickmark.recurrence.words.Reading;
import org.tickmark.recurrence.words.Words;

/**
 * Reads the schedule of a task, however a person wrote it, and gives its one canonical text.
 *
 * <p>Minutes and hours said in words, and {@code EVERY=PT15M}, are elapsed time: from the start that the timing names, else from
 * 1970-01-01T00:00:00Z, so that the same words always mean the same times. A rule said in words is kept as the frequency of a task where that
 * says the same.
 */
public final class ScheduleText {
    private static final String FIELD = "schedule";
    private static final Pattern LIKE_RULE = Pattern.compile("(?i)(FREQ|EVERY|X-[A-Z]+|INTERVAL|BY[A-Z]+)=.*");
    private static final Pattern LIKE_CRON = Pattern.compile("@\\w+|[-\\d*?/,]+\\s+[-\\d*?/,]+(\\s.*)?");
    private static final Pattern LIKE_KEPT = Pattern.compile("[a-z]+(-[a-z]+)*:\\S+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int UNIX_FIELDS = 5;
    private static final Set<Frequency> OF_TIME = Set.of(Frequency.SECONDLY, Frequency.MINUTELY, Frequency.HOURLY);

    private static final int MOST_READ = 1024;

    /** Rules that were read lately: a schedule is read to make its text canonical, and again to find its times. */
    private static final Map<String, Rule> READ = new LinkedHashMap<>(MOST_READ, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rule> eldest) {
            return size() > MOST_READ;
        }
    };

    /** Two starts of which neither weekday, day, month nor time are the same, to see whether a rule counts from its start. */
    private static final List<Moment> STARTS =
            List.of(Moment.of(LocalDateTime.of(1970, 1, 5, 0, 0)), Moment.of(LocalDateTime.of(1971, 3, 18, 7, 31)));

    private ScheduleText() {}

    /** Whether a schedule names times that another bundle looks after: {@code series:3}. */
    public static boolean isKept(String schedule) {
        return !Rules.isKind(schedule) && LIKE_KEPT.matcher(schedule).matches();
    }

    /**
     * The same timing with the canonical text of its schedule, and with a start where the schedule counts from one.
     *
     * @param start where a schedule counts from if the timing does not say; taken to the minute
     * @param locale the language that words are probably in
     * @throws TickmarkException with code {@code task.invalid} if the schedule or the zone cannot be read
     */
    public static Timing canonical(Timing timing, Instant start, Locale locale) {
        return isKept(timing.schedule()) || Compiled.known(timing).isPresent()
                ? timing
                : read(timing, start, locale).timing();
    }

    /**
     * A schedule that was read.
     *
     * @param timing with the canonical text, and with a start where the schedule counts from one
     * @param rule what the text says
     */
    record Read(Timing timing, Rule rule) {}

    /** Reads the schedule of a timing; see {@link #canonical}. */
    static Read read(Timing timing, Instant start, Locale locale) {
        String given = timing.schedule().strip();
        Rule rule = given.isEmpty() ? new TaskFrequency.Never() : elapsed(parsed(given, locale), timing);
        String text = text(rule);
        boolean needsStart = timing.start().isEmpty() && countsFromStart(rule);
        if (text.equals(timing.schedule()) && !needsStart) {
            return new Read(timing, rule);
        }
        Timing canonical = new Timing(
                text,
                timing.zone(),
                timing.gap(),
                timing.overlap(),
                needsStart ? Optional.of(Compiled.startAt(start, Compiled.zone(timing))) : timing.start(),
                timing.end(),
                timing.calendar(),
                timing.freeDays(),
                timing.jitter(),
                timing.catchUp());
        return new Read(canonical, rule);
    }

    private static String text(Rule rule) {
        return rule instanceof TaskFrequency.Never ? "" : RuleText.of(rule);
    }

    private static Rule parsed(String text, Locale locale) {
        if (Rules.isKind(text) || LIKE_RULE.matcher(text).matches()) {
            return formal(text);
        }
        return LIKE_CRON.matcher(text).matches() ? cron(text) : sentence(text, locale);
    }

    private static Rule formal(String text) {
        synchronized (READ) {
            Rule known = READ.get(text);
            if (known != null) {
                return known;
            }
        }
        Rule read = asForm(syntax(text, 0, () -> RuleText.parse(text)));
        synchronized (READ) {
            READ.put(text, read);
        }
        return read;
    }

    /** The rule of a canonical text. */
    static Rule rule(String text) {
        return syntax(text, 0, () -> RuleText.parse(text));
    }

    /** A plain rule of RFC 5545 as the form that has a text of its own. */
    private static Rule asForm(Rule rule) {
        return rule instanceof RecurrenceRule plain ? new Rrule(plain) : rule;
    }

    private static Rule cron(String text) {
        String kind = BLANKS.split(text).length <= UNIX_FIELDS ? "cron:" : "quartz:";
        return syntax(text, kind.length(), () -> Rules.parse(kind + text));
    }

    private static <T> T syntax(String text, int added, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (RuleSyntaxException e) {
            int character = Math.min(Math.max(0, e.position() - added), text.length()) + 1;
            throw TimingProblems.invalid(FIELD, "schedule.syntax", character, e.reason())
                    .found(text)
                    .exception(e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw TimingProblems.invalid(FIELD, "schedule.unfit", e.getMessage())
                    .found(text)
                    .exception(e);
        }
    }

    private static Rule sentence(String text, Locale locale) {
        Language own = Language.of(locale).orElse(Language.ENGLISH);
        List<Reading> readings = Stream.concat(Stream.of(own), Stream.of(Language.values()))
                .map(language -> Words.in(language).read(text))
                .toList();
        return readings.stream()
                .filter(Reading.Understood.class::isInstance)
                .map(reading -> said(((Reading.Understood) reading).form()))
                .findFirst()
                .orElseThrow(() -> notUnderstood(text, readings));
    }

    /** Told in the language in which most was understood; in the first one, where it is as good as others. */
    private static TickmarkException notUnderstood(String text, List<Reading> readings) {
        Reading.NotUnderstood best = readings.stream()
                .map(Reading.NotUnderstood.class::cast)
                .sorted(Comparator.comparingInt(Reading.NotUnderstood::position).reversed())
                .findFirst()
                .orElseThrow();
        return TimingProblems.invalid(FIELD, "schedule.words", best.message())
                .found(text)
                .exception();
    }

    private static Rule said(RuleForm form) {
        if (form instanceof Rrule rrule && isPlainTime(rrule.rule())) {
            return ElapsedRule.every(length(rrule.rule()));
        }
        return sameForAllStarts(form, Forms.Kind.TASK).orElse(form);
    }

    private static boolean isPlainTime(RecurrenceRule rule) {
        return OF_TIME.contains(rule.frequency())
                && rule.equals(
                        RecurrenceRule.every(rule.interval(), rule.frequency()).build());
    }

    private static Duration length(RecurrenceRule rule) {
        return switch (rule.frequency()) {
            case SECONDLY -> Duration.ofSeconds(rule.interval());
            case MINUTELY -> Duration.ofMinutes(rule.interval());
            default -> Duration.ofHours(rule.interval());
        };
    }

    /** Elapsed time without a start of its own, as the frequency of a task that has one. */
    private static Rule elapsed(Rule rule, Timing timing) {
        if (rule instanceof ElapsedRule elapsed && elapsed.end() instanceof End.Never) {
            ZoneId zone = Compiled.zone(timing);
            Instant from = timing.start()
                    .map(start -> ((Moment.Zoned) Moment.of(start, zone)).instant())
                    .orElse(Instant.EPOCH);
            return syntax(timing.schedule(), 0, () -> new TaskFrequency.Elapsed(elapsed.interval(), from));
        }
        return rule;
    }

    /** Whether the times of a rule are others from another start on. */
    private static boolean countsFromStart(Rule rule) {
        if (rule instanceof TaskFrequency || rule instanceof UnixCron || rule instanceof PatternRule.Custom) {
            return false;
        }
        if (rule instanceof Rrule rrule && saysItsTimes(rrule.rule())) {
            return false;
        }
        return !(rule instanceof RuleForm form)
                || Stream.of(Forms.Kind.TASK, Forms.Kind.CRON, Forms.Kind.QUARTZ)
                        .allMatch(kind -> sameForAllStarts(form, kind).isEmpty());
    }

    private static boolean saysItsTimes(RecurrenceRule rule) {
        boolean saysMinutes = !rule.byMinute().isEmpty();
        boolean saysTimes =
                switch (rule.frequency()) {
                    case SECONDLY -> true;
                    case MINUTELY -> !rule.bySecond().isEmpty();
                    case HOURLY -> saysMinutes;
                    case DAILY -> saysMinutes && !rule.byHour().isEmpty();
                    default -> false;
                };
        return saysTimes && rule.interval() == 1 && rule.end() instanceof End.Never;
    }

    private static Optional<RuleForm> sameForAllStarts(RuleForm form, Forms.Kind kind) {
        List<Optional<RuleForm>> forms = STARTS.stream()
                .map(start -> Forms.convert(form, kind, start).value())
                .distinct()
                .toList();
        return forms.size() == 1 ? forms.get(0) : Optional.empty();
    }
}
