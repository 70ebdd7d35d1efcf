package org.tickmark.reconciliation;

import java.math.BigDecimal;
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
import org.tickmark.reconciliation.report.EntryLine;

/** The open items of a group, each with the reason why it is open: what the rules would say of it now. */
final class OpenItems {
    private static final Comparator<OpenItem> ORDER = Comparator.comparing(OpenItem::side)
            .thenComparing(OpenItem::bookingDate)
            .thenComparing(OpenItem::entryId);

    private final Reading reading;
    private final Map<Long, EntryLine> lines;
    private final Map<Long, String> notes;

    private OpenItems(Reading reading, Map<Long, EntryLine> lines, Map<Long, String> notes) {
        this.reading = reading;
        this.lines = lines;
        this.notes = notes;
    }

    /**
     * What is open of an entry.
     *
     * @param amount how much
     * @param reason why
     */
    private record Piece(BigDecimal amount, Message reason) {
        Piece and(Piece other) {
            return new Piece(amount.add(other.amount), reason);
        }
    }

    /** Reads what people see of the entries that are open in a reading. */
    static OpenItems read(Connection connection, Reading reading) throws SQLException {
        List<Long> ids = new ArrayList<>(reading.aside().keySet());
        for (int row = 0; row < reading.open().size(); row++) {
            ids.add(reading.open().id(row));
        }
        return new OpenItems(
                reading,
                EntryLines.read(connection, reading.group().group(), reading.known(), ids),
                new NoteTable(connection).latestOfEntries(reading.group().id(), reading.known()));
    }

    /** The reading that they are of. */
    Reading reading() {
        return reading;
    }

    /** What people see of an entry that is open. */
    EntryLine line(long entry) {
        return Objects.requireNonNull(lines.get(entry));
    }

    /**
     * What the rules say of what is open. Not to be called within a transaction.
     *
     * @param kinds the kinds of rules beside those that come with Tickmark
     */
    Outcome outcome(AddedKinds kinds) {
        RuleList rules =
                RuleList.of(reading.group().group().rules(), kinds.inHaste()).inRun(false, List.of());
        return Engine.run(reading.open(), rules, reading.borne(), reading.chains(), CancelToken.NEVER);
    }

    /**
     * The open items, bank side first, by date and key. Applies the rules: not to be called within a transaction.
     *
     * @param kinds the kinds of rules beside those that come with Tickmark
     */
    List<OpenItem> all(AddedKinds kinds) {
        return reading.date().isEmpty() ? List.of() : all(outcome(kinds));
    }

    /** The same, without asking any rule: of what is in no match nothing more is said. */
    List<OpenItem> facts() {
        Map<Long, Piece> pieces = new HashMap<>();
        for (int row = 0; row < reading.open().size(); row++) {
            Piece piece = new Piece(reading.open().amount(row), Texts.message("reason.unmatched"));
            pieces.put(reading.open().id(row), piece);
        }
        addAside(pieces);
        return items(pieces);
    }

    /** The same, where it is known what the rules say. */
    List<OpenItem> all(Outcome outcome) {
        return items(pieces(outcome));
    }

    private List<OpenItem> items(Map<Long, Piece> pieces) {
        List<OpenItem> items = new ArrayList<>();
        for (EntryLine line : lines.values()) {
            items.add(item(line, Objects.requireNonNull(pieces.get(line.id()))));
        }
        items.sort(ORDER);
        return items;
    }

    private Map<Long, Piece> pieces(Outcome outcome) {
        Map<Long, Piece> pieces = new HashMap<>();
        for (int row = 0; row < outcome.rows().size(); row++) {
            if (outcome.isOpen(row)) {
                put(pieces, outcome, row, outcome.reason(row));
            }
        }
        for (Found match : outcome.matches()) {
            String rule = outcome.rules().rules().get(match.rule()).name();
            for (int i = 0; i < match.size(); i++) {
                put(pieces, outcome, match.row(i), Texts.message("reason.next-run", rule));
            }
        }
        addAside(pieces);
        return pieces;
    }

    private void addAside(Map<Long, Piece> pieces) {
        for (Reading.Aside item : reading.aside().values()) {
            pieces.merge(item.entryId(), new Piece(item.amount(), item.reason()), Piece::and);
        }
    }

    private static void put(Map<Long, Piece> pieces, Outcome outcome, int row, Message reason) {
        pieces.put(outcome.rows().id(row), new Piece(outcome.rows().amount(row), reason));
    }

    /** As amounts come from the database: without needless zeros. */
    private static BigDecimal canonical(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale()));
    }

    private OpenItem item(EntryLine line, Piece piece) {
        LocalDate date = reading.date().orElseThrow();
        return new OpenItem(
                line.id(),
                line.side(),
                line.account(),
                line.date(),
                canonical(piece.amount()),
                line.amount(),
                reading.currency(),
                line.reference(),
                line.party(),
                line.text(),
                date.toEpochDay() - line.date().toEpochDay(),
                piece.reason(),
                notes.getOrDefault(line.id(), ""));
    }
}
