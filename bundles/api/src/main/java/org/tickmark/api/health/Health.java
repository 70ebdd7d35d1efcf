package org.tickmark.api.health;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.message.Message;

/**
 * What a check found. Immutable.
 *
 * @param found how it is, in one line, whether well or not
 * @param problems what should be mended or known; empty when all is well
 */
public record Health(Message found, List<Problem> problems) {
    public Health {
        Objects.requireNonNull(found, "found");
        problems = List.copyOf(problems);
    }

    /** All is well. */
    public static Health well(Message found) {
        return new Health(found, List.of());
    }

    /** The same with a problem more. */
    public Health and(Problem problem) {
        return new Health(
                found, Stream.concat(problems.stream(), Stream.of(problem)).toList());
    }

    /** The weight of the worst problem; empty when there is none. */
    public Optional<Severity> worst() {
        return problems.stream().map(Problem::severity).max(Severity::compareTo);
    }
}
