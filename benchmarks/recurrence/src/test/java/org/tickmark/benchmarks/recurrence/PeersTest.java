package org.tickmark.benchmarks.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeersTest {
    @ParameterizedTest
    @EnumSource(CommonRule.class)
    void allLibrariesGiveTheSameOccurrences(CommonRule rule) {
        for (Clock clock : Clock.values()) {
            Map<Peer, Long> sums = Peer.of(rule).stream()
                    .collect(Collectors.toMap(
                            peer -> peer, peer -> peer.compile(rule, clock).expand(rule.occurrences())));
            assertThat(sums.values()).as("%s: %s", clock, sums).containsOnly(sums.get(Peer.TICKMARK));
        }
    }

    @ParameterizedTest
    @EnumSource(CommonRule.class)
    void allLibrariesFindTheSameOccurrenceAfterTwentyYears(CommonRule rule) {
        for (Clock clock : Clock.values()) {
            Map<Peer, Long> found = Peer.of(rule).stream()
                    .collect(Collectors.toMap(
                            peer -> peer, peer -> peer.compile(rule, clock).next(clock.twentyYearsLater())));
            assertThat(found.values()).as("%s: %s", clock, found).containsOnly(found.get(Peer.TICKMARK));
        }
    }
}
