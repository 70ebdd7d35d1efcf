package org.tickmark.console.commands;

import java.util.List;
import java.util.Locale;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** Matches as rows. An entry of which only a part is matched is written as the commands take it: {@code 12=600.00}. */
final class MatchRows {
    static final List<Column> COLUMNS = List.of(
            Column.integer("match_id"),
            Column.integer("run_id"),
            Column.text("rule"),
            Column.text("by"),
            Column.date("effective"),
            Column.list("bank_entries"),
            Column.list("ledger_entries"),
            Column.amount("amount"),
            Column.amount("difference"),
            Column.list("evidence"));

    private MatchRows() {}

    static Table table(List<Match> matches, Locale locale) {
        Table.Builder table = Table.under(COLUMNS);
        for (Match match : matches) {
            table.row(
                    match.id(),
                    match.byHand() ? null : match.runId(),
                    match.rule(),
                    match.madeBy(),
                    match.effective(),
                    entries(match, match.bank()),
                    entries(match, match.ledger()),
                    match.amount(),
                    match.difference(),
                    match.evidence().stream()
                            .map(message -> message.text(locale))
                            .toList());
        }
        return table.build();
    }

    private static List<String> entries(Match match, List<Long> keys) {
        return keys.stream().map(key -> entry(match, key)).toList();
    }

    private static String entry(Match match, Long key) {
        return match.parts().containsKey(key)
                ? key + "=" + match.parts().get(key).toPlainString()
                : key.toString();
    }
}
