package org.tickmark.console.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.WhatIf;
import org.tickmark.api.host.reconciliation.WhatIf.Example;
import org.tickmark.api.host.reconciliation.WhatIf.Made;
import org.tickmark.api.message.Message;
import org.tickmark.console.commands.choice.Choices;
import org.tickmark.kit.money.Amounts;

/** How two lists of rules differ on the same entries: text for people, an object for programs. */
final class WhatIfOutcome {
    private final WhatIf found;
    private final Locale locale;

    WhatIfOutcome(WhatIf found, Locale locale) {
        this.found = found;
        this.locale = locale;
    }

    Message summary() {
        return Texts.text(
                "rec.what-if.done", found.entries(), found.same(), found.gained(), found.lost(), found.changed());
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(found.before().problems());
        problems.addAll(found.after().problems());
        return problems;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        append(text, "rec.what-if.before", found.before());
        append(text, "rec.what-if.after", found.after());
        for (Example example : found.examples()) {
            text.append('\n')
                    .append(Texts.text("what-if." + Choices.id(example.difference()))
                            .text(locale))
                    .append(": ")
                    .append(example.rule())
                    .append('\n');
            example.entries()
                    .forEach(row -> text.append("  ").append(described(row)).append('\n'));
            example.reasons()
                    .forEach(reason ->
                            text.append("  - ").append(reason.text(locale)).append('\n'));
        }
        return text.toString();
    }

    private void append(StringBuilder text, String title, Made made) {
        text.append(Texts.text(title, made.matches(), made.entries(), made.asByHand(), made.againstByHand())
                        .text(locale))
                .append('\n')
                .append(RuleCounts.text(made.rules(), locale));
    }

    private String described(WhatIf.Row row) {
        return String.join(
                " ",
                Choices.text(row.side()).text(locale),
                Long.toString(row.entryId()),
                row.date().toString(),
                Amounts.display(row.amount(), found.currency(), locale));
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("group", found.group());
        document.put("currency", found.currency());
        document.put("entries", found.entries());
        document.put("before", document(found.before()));
        document.put("after", document(found.after()));
        document.put("same", found.same());
        document.put("gained", found.gained());
        document.put("lost", found.lost());
        document.put("changed", found.changed());
        document.put("examples", found.examples().stream().map(this::document).toList());
        return document;
    }

    private static Map<String, Object> document(Made made) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("matches", made.matches());
        document.put("entries", made.entries());
        document.put("as_by_hand", made.asByHand());
        document.put("against_by_hand", made.againstByHand());
        document.put("rules", RuleCounts.documents(made.rules()));
        return document;
    }

    private Map<String, Object> document(Example example) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("difference", Choices.id(example.difference()));
        document.put("rule", example.rule());
        document.put("bank_entries", keys(example, Side.BANK));
        document.put("ledger_entries", keys(example, Side.LEDGER));
        document.put(
                "reasons",
                example.reasons().stream().map(reason -> reason.text(locale)).toList());
        return document;
    }

    private static List<Long> keys(Example example, Side side) {
        return example.entries().stream()
                .filter(row -> row.side() == side)
                .map(WhatIf.Row::entryId)
                .collect(Collectors.toList());
    }
}
