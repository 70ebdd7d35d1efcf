package org.tickmark.benchmarks.recurrence;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Whether all libraries answer alike what is measured: speed is told of right answers only. */
final class Agreement {
    private Agreement() {}

    /** What the libraries say differently of a rule, or nothing. */
    static Optional<String> departure(CommonRule rule, Clock clock) {
        return departure(rule, clock, "sum of the expansion", compiled -> compiled.expand(rule.occurrences()))
                .or(() -> departure(rule, clock, "next", compiled -> compiled.next(clock.twentyYearsLater())));
    }

    private static Optional<String> departure(
            CommonRule rule, Clock clock, String question, ToLongFunction<Compiled> asked) {
        Map<Peer, Long> answers = new EnumMap<>(Peer.class);
        for (Peer peer : Peer.of(rule)) {
            answers.put(peer, asked.applyAsLong(peer.compile(rule, clock)));
        }
        return new HashSet<>(answers.values()).size() == 1
                ? Optional.empty()
                : Optional.of(rule + ", " + clock + ", " + question + ": expected equal answers, found " + answers);
    }
}
