package org.tickmark.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.host.reconciliation.RuleChange;
import org.tickmark.api.host.reconciliation.RuleChange.What;
import org.tickmark.reconciliation.engine.RuleList;

/** Tells what one version of a group says otherwise than another. For one thread; used once. */
final class RuleChanges {
    private static final String POSITION = "position";

    private final List<RuleChange> changes = new ArrayList<>();

    private RuleChanges() {}

    /** What is otherwise in the other group: first of the group itself, then of its rules, in the order of the other. */
    static List<RuleChange> between(Group group, Group other) {
        RuleChanges found = new RuleChanges();
        found.compareFields("", fields(group), fields(other));
        found.compareRules(byName(RuleList.effective(group.rules())), byName(RuleList.effective(other.rules())));
        return found.changes;
    }

    private static Map<String, String> fields(Group group) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("unit", group.unit());
        fields.put("bank", String.join(" ", group.bank()));
        fields.put("ledger", String.join(" ", group.ledger()));
        fields.put("background", Boolean.toString(group.background()));
        fields.put("write-off-match", group.writeOffs().perMatch().toPlainString());
        fields.put("write-off-month", group.writeOffs().perMonth().toPlainString());
        return fields;
    }

    private static Map<String, Rule> byName(List<Rule> rules) {
        Map<String, Rule> byName = new LinkedHashMap<>();
        rules.forEach(rule -> byName.put(rule.name(), rule));
        return byName;
    }

    private void compareRules(Map<String, Rule> before, Map<String, Rule> after) {
        for (Rule rule : before.values()) {
            if (!after.containsKey(rule.name())) {
                changes.add(new RuleChange(What.REMOVED, rule.name(), "", text(rule), ""));
            }
        }
        Map<String, Integer> places = places(before, after);
        Map<String, Integer> placesAfter = places(after, before);
        for (Rule rule : after.values()) {
            Rule old = before.get(rule.name());
            if (old == null) {
                changes.add(new RuleChange(What.ADDED, rule.name(), "", "", text(rule)));
                continue;
            }
            int from = places.get(rule.name());
            int to = placesAfter.get(rule.name());
            if (from != to) {
                changes.add(new RuleChange(
                        What.MOVED, rule.name(), POSITION, Integer.toString(from), Integer.toString(to)));
            }
            compareFields(rule.name(), fields(old), fields(rule));
        }
    }

    /** The places of those rules that both lists have, counted among these only: a rule that is added moves no other. */
    private static Map<String, Integer> places(Map<String, Rule> rules, Map<String, Rule> others) {
        Map<String, Integer> places = new HashMap<>();
        rules.keySet().stream().filter(others::containsKey).forEach(name -> places.put(name, places.size() + 1));
        return places;
    }

    private static Map<String, String> fields(Rule rule) {
        Map<String, String> fields = new TreeMap<>(rule.parameters());
        fields.put("kind", rule.kind());
        fields.put("state", state(rule));
        return fields;
    }

    private static String state(Rule rule) {
        return rule.state().name().toLowerCase(Locale.ROOT);
    }

    private static String text(Rule rule) {
        StringBuilder text = new StringBuilder(rule.kind()).append(' ').append(state(rule));
        rule.parameters()
                .forEach((name, value) ->
                        text.append(' ').append(name).append('=').append(value));
        return text.toString();
    }

    private void compareFields(String rule, Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String old = before.getOrDefault(name, "");
            String now = after.getOrDefault(name, "");
            if (!old.equals(now)) {
                changes.add(new RuleChange(What.CHANGED, rule, name, old, now));
            }
        }
    }
}
