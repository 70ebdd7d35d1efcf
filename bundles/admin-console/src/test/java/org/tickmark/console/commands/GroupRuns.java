package org.tickmark.console.commands;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.api.host.reconciliation.Proof;

/** A run of a group, and its proof, for tests of what is told of them. */
final class GroupRuns {
    static final LocalDate SUNDAY_31_MAY = LocalDate.of(2026, 5, 31);

    private GroupRuns() {}

    static GroupRun group(Proof proof, List<Problem> problems) {
        return new GroupRun(
                17,
                "bank",
                "100",
                List.of(
                        new GroupRun.RuleCount("by-reference", "key", 2, 2, 2),
                        new GroupRun.RuleCount("by-amount", "one-one", 0, 0, 0)),
                1,
                0,
                Optional.of(proof),
                problems);
    }

    static Proof proof(List<Problem> failures) {
        return new Proof(
                SUNDAY_31_MAY,
                "NOK",
                new BigDecimal("1250.5"),
                new BigDecimal("1000"),
                BigDecimal.ZERO,
                new BigDecimal("250.5"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Optional.of(new BigDecimal("1250.5")),
                Optional.empty(),
                failures);
    }
}
