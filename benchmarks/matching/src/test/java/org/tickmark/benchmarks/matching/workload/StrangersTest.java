package org.tickmark.benchmarks.matching.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.benchmarks.matching.workload.Group.Expected;

class StrangersTest {
    private static List<Group> groups(long seed) {
        List<Group> groups = new ArrayList<>();
        new Strangers(seed).forEach(groups::add);
        return groups;
    }

    @Test
    void theSameSeedGivesTheSameRowsAndAnotherSeedOthers() {
        assertThat(groups(1)).isEqualTo(groups(1)).isNotEqualTo(groups(2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatBelongsTogetherSumsUp(long seed) {
        assertThat(groups(seed))
                .filteredOn(group -> group.expected() != Expected.OPEN)
                .allMatch(group -> sum(group.bank()) == sum(group.ledger()));
    }

    private static long sum(List<Row> rows) {
        return rows.stream().mapToLong(Row::minor).sum();
    }

    @Test
    void trapsTempt() {
        Set<String> tempting = new HashSet<>();
        for (Group group : groups(3)) {
            if (group.type().startsWith("trap-") && couldBeTaken(group)) {
                tempting.add(group.type());
            }
        }
        Set<String> traps = groups(3).stream()
                .map(Group::type)
                .filter(type -> type.startsWith("trap-"))
                .collect(Collectors.toSet());
        traps.removeAll(Set.of("trap-rest-missing", "trap-reversed-sign", "trap-paid-twice"));
        assertThat(tempting).isEqualTo(traps);
    }

    /** Whether amounts alone would let a row be matched with another of the group, or with all others. */
    private static boolean couldBeTaken(Group group) {
        List<Long> bank = group.bank().stream().map(Row::minor).toList();
        List<Long> ledger = group.ledger().stream().map(Row::minor).toList();
        return bank.stream().anyMatch(ledger::contains)
                || sum(group.bank()) == sum(group.ledger())
                || bank.stream().anyMatch(amount -> bank.contains(-amount));
    }
}
