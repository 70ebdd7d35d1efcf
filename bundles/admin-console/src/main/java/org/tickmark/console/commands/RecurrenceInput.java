package org.tickmark.console.commands;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickmark.api.command.CommandCall;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.GapPolicy;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.OverlapPolicy;
import org.tickmark.recurrence.Recurrence;
import org.tickmark.recurrence.RecurrenceBuilder;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.form.PatternRule;
import org.tickmark.recurrence.form.Rrule;

/** Puts a rule to its start with all that a call says of zone, single dates, gaps and overlaps. */
final class RecurrenceInput {
    static final String START = "dtstart";
    static final String ZONE = "zone";
    static final String ADDED = "rdate";
    static final String EXCLUDED = "exdate";
    static final String GAP = "gap";
    static final String OVERLAP = "overlap";

    private static final String NOW = "now";

    private final CommandCall call;
    private final Instant now;
    private final ZoneId zone;
    private final MomentInput moments;

    /**
     * Reads what is given to a call.
     *
     * @param clock tells the start, and its zone, where the call gives none
     */
    RecurrenceInput(CommandCall call, Clock clock) {
        Optional<ZoneId> given = call.option(ZONE).map(name -> MomentInput.zone("--" + ZONE, name));
        this.call = call;
        this.now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        this.zone = given.orElse(clock.getZone());
        this.moments = new MomentInput(given);
    }

    /** The recurrence of a rule, or of single dates alone. */
    Recurrence recurrence(Optional<Rule> rule) {
        return recurrence(rule, 0);
    }

    /**
     * The recurrence of one of several rules.
     *
     * @param index the number of the rule, from 0; it has the start of that number, or the last that is given
     */
    Recurrence recurrence(Optional<Rule> rule, int index) {
        List<String> starts = call.options(START);
        Moment start = starts.isEmpty()
                ? startNow(rule)
                : moments.start("--" + START, starts.get(Math.min(index, starts.size() - 1)));
        RecurrenceBuilder builder = Recurrence.startingAt(start);
        rule.ifPresent(builder::rule);
        dates(start, ADDED).forEach(date -> fitting("--" + ADDED, start, () -> builder.add(date)));
        dates(start, EXCLUDED).forEach(date -> fitting("--" + EXCLUDED, start, () -> builder.exclude(date)));
        call.option(GAP).ifPresent(word -> builder.gapPolicy(GapPolicy.valueOf(constant(word))));
        call.option(OVERLAP).ifPresent(word -> builder.overlapPolicy(OverlapPolicy.valueOf(constant(word))));
        return fitting("--" + START, start, builder::compile);
    }

    /** Single dates, several in a value separated by blanks or commas. */
    private List<Moment> dates(Moment start, String option) {
        List<Moment> dates = new ArrayList<>();
        for (String given : call.options(option)) {
            for (String one : given.strip().split("[\\s,]+", -1)) {
                dates.add(MomentInput.beside(start, "--" + option, one));
            }
        }
        return dates;
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** From now on; a rule without times of day counts in whole days. */
    private Moment startNow(Optional<Rule> rule) {
        if (rule.filter(RecurrenceInput::isOfDays).isPresent()) {
            return Moment.of(LocalDate.ofInstant(now, zone));
        }
        return zone.equals(ZoneOffset.UTC) ? Moment.of(now) : Moment.of(now, zone);
    }

    private static boolean isOfDays(Rule rule) {
        if (rule instanceof PatternRule.Repeating) {
            return true;
        }
        return rule instanceof Rrule rrule
                && rrule.rule().frequency().compareTo(Frequency.DAILY) >= 0
                && rrule.rule().byHour().isEmpty()
                && rrule.rule().byMinute().isEmpty()
                && rrule.rule().bySecond().isEmpty();
    }

    /**
     * A moment to count from or to, comparable with a start.
     *
     * @param option whose value it is: a date, a time, or {@code now}
     */
    Moment moment(Moment start, String option, String given) {
        if (!given.equals(NOW)) {
            return MomentInput.bound(start, "--" + option, given);
        }
        if (start instanceof Moment.DateOnly) {
            return Moment.of(LocalDate.ofInstant(now, zone));
        }
        return start instanceof Moment.Floating ? Moment.of(now.atZone(zone).toLocalDateTime()) : Moment.of(now);
    }

    /** The second of such a moment on a recurrence's line. */
    long second(Recurrence recurrence, String option, String given) {
        Moment start = recurrence.start();
        Moment moment = moment(start, option, given);
        return fitting("--" + option, start, () -> recurrence.second(moment));
    }

    /** The zone of what names none. */
    ZoneId zone() {
        return zone;
    }

    /** What the library refuses since it does not go with the start. */
    static <T> T fitting(String where, Moment start, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw Texts.problem("usage.recur-start", start, e.getMessage())
                    .where(where)
                    .exception(e);
        }
    }
}
