package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.message.Message;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.reconciliation.engine.Engine;
import org.tickmark.reconciliation.engine.Found;
import org.tickmark.reconciliation.engine.Outcome;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.reconciliation.engine.Wording;
import org.tickmark.reconciliation.report.EntryLine;

/** The open items of a group, each with the reason why it is open: what the rules would say of it now. */
final class OpenItems {
    private static final Comparator<OpenItem> ORDER = Comparator.comparing(OpenItem::side)
            .thenComparing(OpenItem::bookingDate)
            .thenComparing(OpenItem::entryId);

    private final Reading reading;
    private final Map<Long, EntryLine> lines;

    private OpenItems(Reading reading, Map<Long, EntryLine> lines) {
        this.reading = reading;
        this.lines = lines;
    }

    /** Reads what people see of the entries that are open in a reading. */
    static OpenItems read(Connection connection, Reading reading) throws SQLException {
        List<Long> ids = new ArrayList<>();
        for (int row = 0; row < reading.open().size(); row++) {
            ids.add(reading.open().id(row));
        }
        reading.later().forEach(entry -> ids.add(entry.entryId()));
        return new OpenItems(reading, EntryLines.read(connection, ids));
    }

    /** The reading that they are of. */
    Reading reading() {
        return reading;
    }

    /**
     * The open items, bank side first, by date and key. Applies the rules: not to be called within a transaction.
     *
     * @param kinds the kinds of rules beside those that come with Tickmark
     */
    List<OpenItem> all(AddedKinds kinds) {
        if (reading.date().isEmpty()) {
            return List.of();
        }
        Map<Long, Message> reasons = reasons(kinds);
        List<OpenItem> items = new ArrayList<>();
        for (EntryLine line : lines.values()) {
            items.add(item(line, Objects.requireNonNull(reasons.get(line.id()))));
        }
        items.sort(ORDER);
        return items;
    }

    private Map<Long, Message> reasons(AddedKinds kinds) {
        RuleList rules = RuleList.of(reading.group().group().rules(), kinds).inRun(false, List.of());
        Outcome outcome = Engine.run(reading.open(), rules, reading.borne(), CancelToken.NEVER);
        Map<Long, Message> reasons = new HashMap<>();
        for (int row = 0; row < outcome.rows().size(); row++) {
            if (outcome.isOpen(row)) {
                reasons.put(outcome.rows().id(row), outcome.reason(row));
            }
        }
        for (Found match : outcome.matches()) {
            String rule = rules.rules().get(match.rule()).name();
            for (int i = 0; i < match.size(); i++) {
                reasons.put(outcome.rows().id(match.row(i)), Texts.message("reason.next-run", rule));
            }
        }
        for (Reading.Later entry : reading.later()) {
            reasons.put(entry.entryId(), Texts.message("reason.later", entry.rule(), Wording.date(entry.effective())));
        }
        return reasons;
    }

    private OpenItem item(EntryLine line, Message reason) {
        LocalDate date = reading.date().orElseThrow();
        return new OpenItem(
                line.id(),
                line.side(),
                line.account(),
                line.date(),
                line.amount(),
                reading.currency(),
                line.reference(),
                line.party(),
                line.text(),
                date.toEpochDay() - line.date().toEpochDay(),
                reason);
    }
}
