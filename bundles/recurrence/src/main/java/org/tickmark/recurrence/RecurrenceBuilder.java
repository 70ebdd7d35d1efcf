package org.tickmark.recurrence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Puts a {@link Recurrence} together. For one thread at a time. */
public final class RecurrenceBuilder {
    private final Moment start;
    private final List<Rule> rules = new ArrayList<>();
    private final Set<Moment> added = new LinkedHashSet<>();
    private final Set<Moment> excluded = new LinkedHashSet<>();
    private GapPolicy gapPolicy = GapPolicy.SHIFT;
    private OverlapPolicy overlapPolicy = OverlapPolicy.FIRST;

    RecurrenceBuilder(Moment start) {
        this.start = Objects.requireNonNull(start, "start");
    }

    /** Adds a rule; what any of the rules makes is an occurrence. */
    public RecurrenceBuilder rule(Rule rule) {
        rules.add(Objects.requireNonNull(rule, "rule"));
        return this;
    }

    /** Adds single dates of the start's kind, as RDATE does; they may be before the start. */
    public RecurrenceBuilder add(Moment... dates) {
        return addAll(List.of(dates));
    }

    /** Adds single dates; see {@link #add}. */
    public RecurrenceBuilder addAll(Collection<? extends Moment> dates) {
        dates.forEach(date -> added.add(Kinds.comparable(start, date)));
        return this;
    }

    /**
     * Excludes single dates, as EXDATE does, even if they were added. A date without time excludes, from a recurrence with
     * times, all of that day.
     */
    public RecurrenceBuilder exclude(Moment... dates) {
        return excludeAll(List.of(dates));
    }

    /** Excludes single dates; see {@link #exclude}. */
    public RecurrenceBuilder excludeAll(Collection<? extends Moment> dates) {
        dates.forEach(date -> excluded.add(date instanceof Moment.DateOnly ? date : Kinds.comparable(start, date)));
        return this;
    }

    /** What becomes of wall-clock times that the start's zone leaves out. */
    public RecurrenceBuilder gapPolicy(GapPolicy policy) {
        gapPolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** Which instant a wall-clock time means that the start's zone has twice. */
    public RecurrenceBuilder overlapPolicy(OverlapPolicy policy) {
        overlapPolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Compiles it.
     *
     * @throws IllegalArgumentException if a rule cannot have such a start, or its end cannot be compared with it
     */
    public Recurrence compile() {
        return copy().compiled();
    }

    /** The recurrence of this builder itself, which nobody may change any more. */
    Recurrence compiled() {
        return new Recurrence(this, new RecurrenceCompiler(this).sequence());
    }

    RecurrenceBuilder copy() {
        RecurrenceBuilder copy = new RecurrenceBuilder(start);
        copy.rules.addAll(rules);
        copy.added.addAll(added);
        copy.excluded.addAll(excluded);
        return copy.gapPolicy(gapPolicy).overlapPolicy(overlapPolicy);
    }

    Moment start() {
        return start;
    }

    List<Rule> rules() {
        return Collections.unmodifiableList(rules);
    }

    Set<Moment> added() {
        return Collections.unmodifiableSet(added);
    }

    Set<Moment> excluded() {
        return Collections.unmodifiableSet(excluded);
    }

    GapPolicy gapPolicy() {
        return gapPolicy;
    }

    OverlapPolicy overlapPolicy() {
        return overlapPolicy;
    }
}
