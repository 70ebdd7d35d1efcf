package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.kit.yaml.Definition;
import org.tickmark.kit.yaml.DefinitionText;
import org.tickmark.reconciliation.engine.RuleList;

/** Groups with their rules as YAML. What a rule says beside name, kind and state are parameters of its kind. */
final class GroupText {
    private static final String GROUPS = "groups";
    private static final String UNITS = "units";
    private static final String NAME = "name";
    private static final String KIND = "kind";
    private static final String STATE = "state";
    private static final String RULES = "rules";
    private static final String TEMPLATE = "template";
    private static final String WRITE_OFF_MATCH = "write-off-match";
    private static final String WRITE_OFF_MONTH = "write-off-month";

    private GroupText() {}

    /**
     * What a text says.
     *
     * @param groups the groups, in its order
     * @param units codes of the units that it tells itself
     */
    record Content(List<GroupAt> groups, Set<String> units) {}

    /** A group, and where the text tells it. */
    record GroupAt(Group group, String where) {}

    static String write(List<Group> groups) {
        return DefinitionText.write(
                Map.of(GROUPS, groups.stream().map(GroupText::block).toList()));
    }

    private static Map<String, Object> block(Group group) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put(NAME, group.name());
        block.put("unit", group.unit());
        block.put("bank", group.bank());
        block.put("ledger", group.ledger());
        block.put("background", group.background());
        if (!group.writeOffs().equals(Group.WriteOffs.NONE)) {
            block.put(WRITE_OFF_MATCH, group.writeOffs().perMatch().toPlainString());
            block.put(WRITE_OFF_MONTH, group.writeOffs().perMonth().toPlainString());
        }
        if (!group.rules().isEmpty()) {
            block.put(RULES, group.rules().stream().map(GroupText::block).toList());
        }
        return block;
    }

    /** Rules alone, as a run keeps them. */
    static String writeRules(List<Rule> rules) {
        return DefinitionText.write(
                Map.of(RULES, rules.stream().map(GroupText::block).toList()));
    }

    /** The rules in a text: its own, or those of its only group. */
    static List<Rule> readRules(String text, String from) {
        Definition whole = DefinitionText.read(from, text);
        if (whole.children(GROUPS).isEmpty()) {
            whole.rejectUnknown(RULES, TEMPLATE);
            return rules(whole);
        }
        List<GroupAt> groups = read(text, from).groups();
        if (groups.size() > 1) {
            throw whole.problem(GROUPS, Texts.message("group.several", groups.size()))
                    .exception();
        }
        return groups.get(0).group().rules();
    }

    private static Map<String, Object> block(Rule rule) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put(NAME, rule.name());
        block.put(KIND, rule.kind());
        if (rule.state() != Rule.State.AUTOMATIC) {
            block.put(STATE, rule.state());
        }
        rule.parameters().forEach((name, value) -> block.put(name, scalar(value)));
        return block;
    }

    /** A number without the quotes that a text of digits would get. */
    private static Object scalar(String value) {
        return value.matches("0|-?[1-9]\\d{0,8}") ? Integer.valueOf(value) : value;
    }

    static Content read(String text, String from) {
        Definition whole = DefinitionText.read(from, text);
        whole.rejectUnknown(UNITS, "imports", GROUPS, "tasks");
        List<GroupAt> groups = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Definition block : whole.children(GROUPS)) {
            GroupAt read = new GroupAt(group(block), block.where());
            if (!names.add(read.group().name())) {
                throw block.problem(
                                NAME, Texts.message("group.twice", read.group().name()))
                        .exception();
            }
            groups.add(read);
        }
        return new Content(groups, units(whole));
    }

    /** Units are another bundle's to judge; here it only counts which they are. */
    private static Set<String> units(Definition whole) {
        Set<String> codes = new HashSet<>();
        for (Definition unit : whole.children(UNITS)) {
            unit.optionalText("code").ifPresent(codes::add);
        }
        return codes;
    }

    private static Group group(Definition block) {
        block.rejectUnknown(
                NAME, "unit", "bank", "ledger", "background", WRITE_OFF_MATCH, WRITE_OFF_MONTH, RULES, TEMPLATE);
        return new Group(
                block.text(NAME),
                block.text("unit"),
                block.list("bank"),
                block.list("ledger"),
                block.flag("background", false),
                new Group.WriteOffs(limit(block, WRITE_OFF_MATCH), limit(block, WRITE_OFF_MONTH)),
                rules(block));
    }

    /** The rules told, or those of a template: they are the group's own from then on. */
    private static List<Rule> rules(Definition block) {
        List<Rule> told = block.children(RULES).stream().map(GroupText::rule).toList();
        Optional<String> template = block.optionalText(TEMPLATE);
        if (template.isEmpty()) {
            return told;
        }
        if (!told.isEmpty()) {
            throw block.problem(TEMPLATE, Texts.message("group.template-and-rules"))
                    .exception();
        }
        return RuleList.template(template.get())
                .orElseThrow(() -> block.problem(TEMPLATE, Texts.message("group.unknown-template", template.get()))
                        .found(template.get())
                        .expected(String.join(", ", RuleList.templates()))
                        .exception());
    }

    private static BigDecimal limit(Definition block, String key) {
        BigDecimal limit = block.optionalAmount(key).orElse(BigDecimal.ZERO);
        if (limit.signum() < 0) {
            throw block.problem(key, Texts.message("group.write-off"))
                    .found(limit.toPlainString())
                    .exception();
        }
        return limit;
    }

    private static Rule rule(Definition block) {
        Map<String, String> parameters = new TreeMap<>();
        for (String key : block.keys()) {
            if (!List.of(NAME, KIND, STATE).contains(key)) {
                parameters.put(key, block.text(key));
            }
        }
        return new Rule(
                block.text(NAME),
                block.text(KIND),
                block.optionalChoice(STATE, Rule.State.class).orElse(Rule.State.AUTOMATIC),
                parameters);
    }
}
