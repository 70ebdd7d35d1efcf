package org.tickmark.recurrence.series;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.recurrence.GapPolicy;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Recurrence;
import org.tickmark.recurrence.Rule;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.Timeline;
import org.tickmark.recurrence.form.RuleForm;

/** What a series is made of, without what was changed by hand. */
final class Definition {
    private final Recurrence recurrence;
    private final Rule rule;
    private final Shifting shifting;
    private final Length length;
    private final Map<String, String> fields;

    /**
     * All parts.
     *
     * @param recurrence one rule from a start on, without single dates
     * @param shifting how the series keeps off free days; null where it does not
     */
    private Definition(Recurrence recurrence, Shifting shifting, Length length, Map<String, String> fields) {
        this.recurrence = recurrence;
        this.rule = recurrence.rules().get(0);
        this.shifting = shifting;
        this.length = length;
        this.fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        length.end(recurrence.start());
    }

    /** One rule from a start on, with the policies of a recurrence. */
    static Definition of(Recurrence recurrence) {
        if (recurrence.rules().size() != 1) {
            throw new IllegalArgumentException(
                    "A series of " + recurrence.rules().size()
                            + " rules: expected one; make a series for each, and add the single dates to one of them");
        }
        Recurrence bare = compiled(recurrence, recurrence.rules().get(0), recurrence.start());
        return new Definition(bare, null, Length.NONE, Map.of());
    }

    private static Recurrence compiled(Recurrence policies, Rule rule, Moment start) {
        return Recurrence.startingAt(start)
                .rule(settled(rule))
                .gapPolicy(policies.gapPolicy())
                .overlapPolicy(policies.overlapPolicy())
                .compile();
    }

    /** A rule in a form that RFC 5545 can say, as the rule of RFC 5545: it can be cut and moved. */
    private static Rule settled(Rule rule) {
        return rule instanceof RuleForm form
                ? form.toRecurrenceRule().value().map(Rule.class::cast).orElse(form)
                : rule;
    }

    Definition withRule(Rule other, Moment start) {
        return new Definition(compiled(recurrence, other, start), shifting, length, fields);
    }

    Definition inZone(ZoneId zone) {
        return withRule(rule, Moment.of(start().wallClock(), zone));
    }

    Definition withShifting(Shifting other) {
        return new Definition(recurrence, other, length, fields);
    }

    Definition withLength(Length other) {
        return new Definition(recurrence, shifting, other, fields);
    }

    Definition withFields(Map<String, String> others) {
        return new Definition(recurrence, shifting, length, others);
    }

    Recurrence recurrence() {
        return recurrence;
    }

    Rule rule() {
        return rule;
    }

    Moment start() {
        return recurrence.start();
    }

    Length length() {
        return length;
    }

    Map<String, String> fields() {
        return fields;
    }

    /** The rule's occurrences at their original moments. */
    Sequence line() {
        return recurrence;
    }

    /** What the rule gives before it is put on the line: on the wall clock where it counts there, and without its end. */
    Sequence given() {
        return rule.sequence(start());
    }

    /** Whether COUNT counts what the rule gives on the wall clock, and not what is left of it on the line. */
    boolean countsOnTheWall() {
        return rule.timeline() == Timeline.WALL_CLOCK && recurrence.gapPolicy() != GapPolicy.SKIP;
    }

    Optional<Shifting> shifting() {
        return Optional.ofNullable(shifting);
    }

    Candidates candidates() {
        return shifting == null
                ? new PlainCandidates(recurrence)
                : new ShiftedCandidates(recurrence, start(), shifting.shift(), shifting.meeting());
    }

    /** The moment of a second on the line; seconds beyond the supported range become its edges. */
    Moment at(long second) {
        return Moments.at(second, start());
    }

    /**
     * The second that orders a moment among the occurrences.
     *
     * @throws IllegalArgumentException when it is of a kind that cannot be compared with the series
     */
    long second(Moment moment) {
        return recurrence.second(moment);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Definition definition
                && rule.equals(definition.rule)
                && start().equals(definition.start())
                && recurrence.gapPolicy() == definition.recurrence.gapPolicy()
                && recurrence.overlapPolicy() == definition.recurrence.overlapPolicy()
                && Objects.equals(shifting, definition.shifting)
                && length.equals(definition.length)
                && fields.equals(definition.fields);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, start(), shifting, length, fields);
    }
}
