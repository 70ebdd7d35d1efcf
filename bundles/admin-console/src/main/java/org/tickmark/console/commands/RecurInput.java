package org.tickmark.console.commands;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.message.Message;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.GapPolicy;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.OverlapPolicy;
import org.tickmark.recurrence.Recurrence;
import org.tickmark.recurrence.RecurrenceBuilder;
import org.tickmark.recurrence.RecurrenceRule;
import org.tickmark.recurrence.RuleSyntaxException;
import org.tickmark.recurrence.form.PatternRule;
import org.tickmark.recurrence.form.Rrule;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.form.Rules;
import org.tickmark.recurrence.words.Language;
import org.tickmark.recurrence.words.Reading;
import org.tickmark.recurrence.words.Words;

/** Reads rules, starts and single dates as people write them on a command line. */
final class RecurInput {
    private static final String CODE = "usage.recur";
    private static final Pattern RRULE = Pattern.compile("(?i)(.*;)?FREQ=.*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern CRON = Pattern.compile("@\\w+|[0-9*?].*");
    private static final int UNIX_FIELDS = 5;
    private static final int QUARTZ_FIELDS = 7;

    private final Locale locale;
    private final Instant now;
    private final ZoneId zone;

    /**
     * Reads what is given to a call.
     *
     * @param now from when a rule counts for which no start is given
     * @param zone in which it then does
     */
    RecurInput(CommandCall call, Instant now, ZoneId zone) {
        this.locale = call.caller().locale();
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.zone = call.option("zone").map(given -> read(given, () -> ZoneId.of(given))).orElse(zone);
    }

    /** A rule in any form: a canonical text, the value of an RRULE, cron of five to seven fields, or a sentence. */
    RuleForm rule(String given) {
        String text = given.strip();
        if (Rules.isKind(text)) {
            return read(text, () -> Rules.parse(text));
        }
        if (RRULE.matcher(text).matches()) {
            return rrule(text);
        }
        int fields = BLANKS.split(text).length;
        if (CRON.matcher(text).matches() && (text.startsWith("@") || (fields >= UNIX_FIELDS && fields <= QUARTZ_FIELDS))) {
            return read(text, () -> Rules.parse((fields <= UNIX_FIELDS ? "cron:" : "quartz:") + text));
        }
        return sentence(text);
    }

    /** The value of an RRULE property. */
    RuleForm rrule(String text) {
        return read(text, () -> new Rrule(RecurrenceRule.read(text).rule()));
    }

    /** A sentence in the caller's language, or else in any other. */
    private RuleForm sentence(String text) {
        Language own = Language.of(locale).orElse(Language.ENGLISH);
        Reading first = Words.in(own).read(text);
        if (first instanceof Reading.Understood understood) {
            return understood.form();
        }
        return Arrays.stream(Language.values())
                .map(language -> Words.in(language).read(text))
                .filter(Reading.Understood.class::isInstance)
                .map(reading -> ((Reading.Understood) reading).form())
                .findFirst()
                .orElseThrow(() -> notUnderstood((Reading.NotUnderstood) first));
    }

    private static TickmarkException notUnderstood(Reading.NotUnderstood reading) {
        Problem.Builder problem = Problem.error(CODE, Message.verbatim(reading.message()));
        if (!reading.word().isEmpty()) {
            problem.found(reading.word());
        }
        if (!reading.suggestions().isEmpty()) {
            problem.expected(String.join(" | ", reading.suggestions()));
        }
        return problem.exception();
    }

    /** A start or another moment, as iCalendar writes it, or as ISO 8601 does: without a zone of its own it is in that of the call. */
    Moment moment(String given) {
        if (given.indexOf('-') < 0 || given.startsWith("TZID=")) {
            return read(given, () -> Moment.parse(given));
        }
        return read(given, () -> {
            if (given.endsWith("Z")) {
                return Moment.of(Instant.parse(given));
            }
            return given.indexOf('T') < 0
                    ? Moment.of(LocalDate.parse(given))
                    : Moment.of(LocalDateTime.parse(given), zone);
        });
    }

    /** Moments, several of them separated by blanks or commas. */
    List<Moment> moments(List<String> given) {
        List<Moment> moments = new ArrayList<>();
        for (String some : given) {
            for (String one : some.strip().split("[\\s,]+", -1)) {
                moments.add(moment(one));
            }
        }
        return moments;
    }

    /** A rule put to its start with all that a call says of single dates, gaps and overlaps. */
    Recurrence recurrence(CommandCall call, Optional<RuleForm> rule) {
        Moment start = call.option("dtstart").map(this::moment).orElseGet(() -> start(rule));
        return read(start.toString(), () -> {
            RecurrenceBuilder builder = Recurrence.startingAt(start)
                    .addAll(moments(call.options("rdate")))
                    .excludeAll(moments(call.options("exdate")));
            rule.ifPresent(builder::rule);
            call.option("gap").map(word -> GapPolicy.valueOf(constant(word))).ifPresent(builder::gapPolicy);
            call.option("overlap").map(word -> OverlapPolicy.valueOf(constant(word))).ifPresent(builder::overlapPolicy);
            return builder.compile();
        });
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** From now on; a rule without times of day counts in whole days. */
    private Moment start(Optional<RuleForm> rule) {
        return rule.filter(RecurInput::isOfDays).isPresent()
                ? Moment.of(LocalDate.ofInstant(now, zone))
                : Moment.of(now, zone);
    }

    private static boolean isOfDays(RuleForm form) {
        if (form instanceof PatternRule.Repeating) {
            return true;
        }
        return form instanceof Rrule rrule
                && rrule.rule().frequency().compareTo(Frequency.DAILY) >= 0
                && rrule.rule().byHour().isEmpty()
                && rrule.rule().byMinute().isEmpty()
                && rrule.rule().bySecond().isEmpty();
    }

    /** What the library refuses, as a problem with what was given. */
    private static <T> T read(String given, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (TickmarkException e) {
            throw e;
        } catch (RuleSyntaxException e) {
            throw Problem.error(CODE, Message.verbatim(e.getMessage())).exception(e);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw Problem.error(CODE, Message.verbatim(e.getMessage())).found(given).exception(e);
        }
    }
}
