package org.tickmark.api.host.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to reconcile, and how.
 *
 * @param groups names of the groups; empty for all
 * @param units codes of the units; empty for all
 * @param rules names of the rules to apply, which every one of the groups must have; empty for those whose state says so
 * @param scheduled whether only groups ticked for scheduled runs take part, without the rules left out of these
 * @param asOf only entries booked on or before this day take part; empty for all
 * @param dryRun whether to tell what would be matched and change nothing
 */
public record ReconciliationRequest(
        List<String> groups,
        List<String> units,
        List<String> rules,
        boolean scheduled,
        Optional<LocalDate> asOf,
        boolean dryRun) {
    public ReconciliationRequest {
        groups = List.copyOf(groups);
        units = List.copyOf(units);
        rules = List.copyOf(rules);
        Objects.requireNonNull(asOf, "asOf");
    }
}
