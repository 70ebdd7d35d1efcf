package org.tickmark.web.screens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.ViewCall;

/**
 * The rows that a page has room for, of a list that its command cuts and filters. One row more than is shown is asked for: it tells whether there are more.
 *
 * @param page the rows
 * @param next the key after which the next page begins; empty if this is the last one
 */
public record Cut(Table page, Optional<String> next) {
    /** How many rows there are on a page. */
    public static final int ROWS = 50;

    /** Those of an answer. */
    public static Cut of(CommandResult result) {
        Table found = result.table().orElseGet(() -> Table.under(List.of()).build());
        if (found.rows().size() <= ROWS) {
            return new Cut(found, Optional.empty());
        }
        List<List<Object>> rows = found.rows().subList(0, ROWS);
        return new Cut(
                new Table(found.columns(), rows),
                Optional.of(String.valueOf(rows.get(ROWS - 1).get(0))));
    }

    /** The options by which a command cuts and filters as the address says. */
    public static List<String> asking(ViewCall call) {
        List<String> options = new ArrayList<>(List.of("--limit=" + (ROWS + 1)));
        call.parameter(ViewCall.AFTER).ifPresent(key -> options.add("--after=" + key));
        call.parameter(ViewCall.HOLDING).ifPresent(text -> options.add("--holding=" + text));
        return options;
    }
}
