package org.tickmark.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.host.reconciliation.Group;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.kit.record.PlainQueries;

/**
 * Open items as records. Why an item is open is found out anew each time, so a condition on the group or the unit saves work.
 * The key joins group and entry, as an account may be in several groups.
 */
@Component(property = RecordSource.NAME + "=open-item")
public final class OpenItemRecords implements RecordSource {
    private static final List<Column> COLUMNS = List.of(
            Column.text("open_item"),
            Column.text("group_name"),
            Column.text("unit_code"),
            Column.text("side"),
            Column.text("account_code"),
            Column.integer("entry_id"),
            Column.date("booking_date"),
            Column.amount("amount"),
            Column.text("currency"),
            Column.text("reference"),
            Column.text("party_name"),
            Column.text("text"),
            Column.integer("age_days"),
            Column.message("reason"));

    private final Reconciliation reconciliation;

    @Activate
    public OpenItemRecords(@Reference Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Table list(Caller caller, RecordQuery query) {
        PlainQueries.require(query);
        query.equal().keySet().forEach(OpenItemRecords::requireColumn);
        List<Object[]> rows = new ArrayList<>();
        for (Group group : reconciliation.groups(caller)) {
            if (isWanted(query, "group_name", group.name()) && isWanted(query, "unit_code", group.unit())) {
                reconciliation.standing(caller, group.name(), Optional.empty()).open().stream()
                        .map(item -> row(group, item))
                        .filter(row -> isWanted(query, row))
                        .forEach(rows::add);
            }
        }
        Table.Builder table = Table.under(COLUMNS);
        rows.stream()
                .filter(row -> ((String) row[0]).compareTo(query.after()) > 0)
                .sorted(Comparator.comparing(row -> (String) row[0]))
                .limit(query.limit())
                .forEach(table::row);
        return table.build();
    }

    private static void requireColumn(String name) {
        if (COLUMNS.stream().noneMatch(column -> column.name().equals(name))) {
            throw Problem.error("record.column", Texts.message("record.column", name))
                    .found(name)
                    .expected(COLUMNS.stream().map(Column::name).collect(Collectors.joining(", ")))
                    .exception();
        }
    }

    private static boolean isWanted(RecordQuery query, String column, String value) {
        return query.equal().getOrDefault(column, value).equals(value);
    }

    private static boolean isWanted(RecordQuery query, Object[] row) {
        for (Map.Entry<String, String> condition : query.equal().entrySet()) {
            int column = COLUMNS.stream().map(Column::name).toList().indexOf(condition.getKey());
            if (!condition.getValue().equals(row[column].toString())) {
                return false;
            }
        }
        return true;
    }

    private static Object[] row(Group group, OpenItem item) {
        // Zeros in front keep the order of the keys that of the numbers.
        return new Object[] {
            group.name() + "/" + String.format(Locale.ROOT, "%019d", item.entryId()),
            group.name(),
            group.unit(),
            item.side().name(),
            item.account(),
            item.entryId(),
            item.bookingDate(),
            item.amount(),
            item.currency(),
            item.reference(),
            item.party(),
            item.text(),
            item.ageDays(),
            item.reason()
        };
    }
}
