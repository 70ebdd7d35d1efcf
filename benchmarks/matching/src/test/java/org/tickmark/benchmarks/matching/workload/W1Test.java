package org.tickmark.benchmarks.matching.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class W1Test {
    private static final Set<String> DIFFERENCE_ALLOWED = Set.of("tol", "fx");

    private final W1 workload = new W1(new W1.Settings(5_000, 0.3, 16, 1));

    private static List<Group> groups(W1 workload) {
        List<Group> groups = new ArrayList<>();
        workload.forEach(groups::add);
        return groups;
    }

    @Test
    void mixesAsSplitMix64Does() {
        // The first two numbers of SplitMix64 seeded with 0, as its authors publish them.
        assertThat(SplitMix.mix(0)).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(SplitMix.mix(0x9E3779B97F4A7C15L)).isEqualTo(0x6E789E6AA1B965F4L);
    }

    @Test
    void makesTheReferencesOfTheSpecification() {
        assertThat(References.ocr(1_000_001)).isEqualTo("100000199");
        assertThat(References.ocr(12_345)).isEqualTo("1234574");
    }

    @Test
    void anEventMadeAloneIsTheOneMadeInTurn() {
        List<Group> alone = new ArrayList<>();
        for (long event = 5_000; event >= 1; event--) {
            List<Group> made = new ArrayList<>();
            workload.event(event, made::add);
            alone.addAll(0, made);
        }
        assertThat(alone).isEqualTo(groups(workload));
    }

    @Test
    void whatBelongsTogetherHasNoDifferenceButWhereTheTypeIsOne() {
        for (Group group : groups(workload)) {
            long difference = sum(group.bank()) - sum(group.ledger());
            if (group.expected() == Group.Expected.MATCH && !DIFFERENCE_ALLOWED.contains(group.type())) {
                assertThat(difference).as("%s", group).isZero();
            }
        }
    }

    private static long sum(List<Row> rows) {
        return rows.stream().mapToLong(Row::minor).sum();
    }

    @Test
    void nobodyBooksOnAWeekend() {
        assertThat(groups(workload))
                .flatExtracting(Group::bank)
                .noneMatch(row -> row.booked().getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 32})
    void typesHaveTheirShares(int sums) {
        List<Group> groups = groups(new W1(new W1.Settings(20_000, 0, sums, 2)));
        assertThat(share(groups, "bkey", "bsum", "split")).isBetween(sums - 1.0, sums + 1.0);
        assertThat(share(groups, "ref")).isBetween(61.0 - sums, 63.0 - sums);
        assertThat(share(groups, "text")).isBetween(13.0, 15.0);
        assertThat(share(groups, "bmiss")).isBetween(0.5, 1.5);
    }

    private static double share(List<Group> groups, String... types) {
        return groups.stream()
                        .filter(group -> List.of(types).contains(group.type()))
                        .count()
                / 200.0;
    }

    @Test
    void partiesHaveNamesOfTheirOwnThatABankCanCut() {
        Names names = new Names(SplitMix.stream(1, -2));
        Set<String> seen = new HashSet<>();
        for (int party = 0; party < 25_000; party++) {
            assertThat(names.name(party)).hasSizeGreaterThanOrEqualTo(12);
            seen.add(names.name(party));
        }
        assertThat(seen).hasSize(25_000);
    }

    @Test
    void aPriceListMakesAmountsAlike() {
        assertThat(amounts(0.6)).hasSizeLessThan(amounts(0).size() * 6 / 10);
    }

    private static Set<Long> amounts(double listed) {
        return groups(new W1(new W1.Settings(5_000, listed, 16, 3))).stream()
                .flatMap(group -> group.ledger().stream())
                .map(Row::minor)
                .collect(Collectors.toSet());
    }
}
