package org.tickmark.console.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.host.reconciliation.GroupRun.RuleCount;
import org.tickmark.kit.text.TextTable;
import org.tickmark.kit.text.TextTable.Align;

/** What each rule matched: lines for people, objects for programs. */
final class RuleCounts {
    private RuleCounts() {}

    /** A line for each rule that matched anything. */
    static String text(List<RuleCount> rules, Locale locale) {
        TextTable lines = TextTable.of(Align.LEFT, Align.LEFT, Align.RIGHT);
        for (RuleCount rule : rules) {
            if (rule.matches() > 0) {
                lines.row(
                        "  " + rule.rule(),
                        rule.kind(),
                        Texts.text("outcome.rule", rule.matches(), rule.bankEntries(), rule.ledgerEntries())
                                .text(locale));
            }
        }
        return lines.text();
    }

    static List<Map<String, Object>> documents(List<RuleCount> rules) {
        return rules.stream().map(RuleCounts::document).toList();
    }

    private static Map<String, Object> document(RuleCount rule) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rule", rule.rule());
        document.put("kind", rule.kind());
        document.put("matches", rule.matches());
        document.put("bank_entries", rule.bankEntries());
        document.put("ledger_entries", rule.ledgerEntries());
        return document;
    }
}
