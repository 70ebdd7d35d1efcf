package org.tickmark.web.screens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;

/** The accounts of all units. Codes are those of a unit only, so an account is known by both: {@code 100/1920}. */
final class AccountsScreen implements WorkbenchView {
    private static final ViewSpec SPEC =
            new ViewSpec("accounts", Perspective.ACCOUNTING, 50, Texts.text("view.accounts"), Permission.BOOKS_READ);
    private static final char BETWEEN = '/';

    @Override
    public ViewSpec spec() {
        return SPEC;
    }

    @Override
    public void render(ViewCall call, Html html) {
        Reading.acts(html, call, List.of("account add"), Map.of());
        boolean beside = call.opened().filter(key -> key.indexOf(BETWEEN) > 0).isPresent();
        if (beside) {
            html.open("div", "class", "split");
        }
        CommandResult accounts = call.ask("account", "list");
        Reading.told(html, accounts, call.caller().locale());
        accounts.table().ifPresent(table -> call.list(html, keyed(table), Rows.OPEN));
        if (beside) {
            account(call, html, call.opened().get());
            html.close();
        }
    }

    /** With unit and code as one, in the first column. */
    private static Table keyed(Table accounts) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("account")));
        columns.addAll(accounts.columns().subList(2, accounts.columns().size()));
        Table.Builder keyed = Table.under(columns);
        accounts.rows().forEach(row -> {
            List<Object> values = new ArrayList<>(row.subList(2, row.size()));
            values.add(0, String.valueOf(row.get(0)) + BETWEEN + row.get(1));
            keyed.row(values.toArray());
        });
        return keyed.build();
    }

    private static void account(ViewCall call, Html html, String key) {
        String unit = key.substring(0, key.indexOf(BETWEEN));
        String code = key.substring(key.indexOf(BETWEEN) + 1);
        html.open("section", "class", "beside", "aria-label", key).element("h2", key);
        Reading.acts(html, call, List.of("account edit", "account delete"), Map.of("UNIT", unit, "CODE", code));
        Reading.whole(html, call, call.ask("account", "show", "--", unit, code), "");
        html.close();
    }
}
