package org.tickmark.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.reconciliation.engine.Chains;
import org.tickmark.reconciliation.engine.RuleList;

/** The order in which groups are reconciled: one whose rules chain others comes after these, so that it sees what they matched. For one thread. */
final class ChainOrder {
    private final Map<String, Group> byName = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final List<Group> ordered = new ArrayList<>();

    private ChainOrder(List<Group> groups) {
        groups.forEach(group -> byName.put(group.name(), group));
    }

    /** These groups, otherwise as they come. Groups that chain each other in a ring come as they would without. */
    static List<Group> of(List<Group> groups) {
        ChainOrder order = new ChainOrder(groups);
        groups.forEach(order::add);
        return order.ordered;
    }

    private void add(Group group) {
        if (begun.add(group.name())) {
            for (Chains.Pair pair : RuleList.chained(group.rules())) {
                addNamed(pair.first());
                addNamed(pair.second());
            }
            ordered.add(group);
        }
    }

    private void addNamed(String name) {
        Group named = byName.get(name);
        if (named != null) {
            add(named);
        }
    }
}
