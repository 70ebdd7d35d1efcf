package org.tickmark.recurrence;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.tickmark.recurrence.internal.ElapsedSequence;

/**
 * A rule that fires at a fixed rate of time that passes, from its start on. Summer time does not touch it: every 60 minutes are
 * 60 minutes, whatever the clock on the wall shows.
 *
 * <p>The canonical text is {@code EVERY=PT15M}, followed by {@code ;COUNT=…} or {@code ;UNTIL=…} as in RFC 5545.
 *
 * @param interval the time between two occurrences, in whole seconds, at least one
 * @param end when the rule ends
 */
public record ElapsedRule(Duration interval, End end) implements Rule {
    /**
     * Checks the interval.
     *
     * @throws IllegalArgumentException if it is less than a second or not in whole seconds
     */
    public ElapsedRule {
        Objects.requireNonNull(end, "end");
        if (interval.toSeconds() < 1 || !interval.equals(interval.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("Interval " + interval + ": expected whole seconds, at least one");
        }
    }

    /** A rule without end. */
    public static ElapsedRule every(Duration interval) {
        return new ElapsedRule(interval, End.never());
    }

    /**
     * Reads the canonical text, in any order and case.
     *
     * @throws RuleSyntaxException if it is none
     */
    public static ElapsedRule parse(String text) {
        return RuleReader.elapsed(text);
    }

    @Override
    public Timeline timeline() {
        return Timeline.ELAPSED;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the start is a date: it has no instant
     */
    @Override
    public Sequence sequence(Moment start) {
        if (start instanceof Moment.DateOnly) {
            throw new IllegalArgumentException(
                    "Every " + interval + " from " + start + ", which is a date: give the start a time of day");
        }
        return ElapsedSequence.of(start.lineSecond(), interval.toSeconds());
    }

    /** The canonical text. */
    @Override
    public String toString() {
        return RuleWriter.write(this);
    }
}
