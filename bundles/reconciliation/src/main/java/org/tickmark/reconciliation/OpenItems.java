package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Suggestion;
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
    /** What the rules said, once they were asked; null before. */
    private final AtomicReference<List<OpenItem>> items = new AtomicReference<>();

    private final AtomicReference<List<Suggestion>> suggestions = new AtomicReference<>();

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
        return read(connection, reading, Optional.empty());
    }

    /**
     * The same, without reading or making again what was read or made before.
     *
     * @param before what was open of the group before, if that is known
     */
    static OpenItems read(Connection connection, Reading reading, Optional<OpenItems> before) throws SQLException {
        Map<Long, String> notes =
                new NoteTable(connection).latestOfEntries(reading.group().id(), reading.known());
        if (before.filter(items -> items.reading.equals(reading) && items.notes.equals(notes))
                .isPresent()) {
            return before.get();
        }
        // What an entry says never changes, but the group may have its account on another side.
        Map<Long, EntryLine> known = before.filter(items ->
                        items.reading.group().version() == reading.group().version())
                .map(items -> items.lines)
                .orElseGet(Map::of);
        Set<Long> ids = new HashSet<>(reading.aside().keySet());
        for (int row = 0; row < reading.open().size(); row++) {
            ids.add(reading.open().id(row));
        }
        List<Long> missing = ids.stream().filter(id -> !known.containsKey(id)).toList();
        Map<Long, EntryLine> lines = EntryLines.read(connection, reading.group().group(), reading.known(), missing);
        ids.stream().filter(known::containsKey).forEach(id -> lines.put(id, known.get(id)));
        return new OpenItems(reading, lines, notes);
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
        return asked(items, () -> all(outcome(kinds)));
    }

    /**
     * What may belong together, also what was turned down. Applies the rules: not to be called within a transaction.
     *
     * @param kinds the kinds of rules beside those that come with Tickmark
     */
    List<Suggestion> suggestions(AddedKinds kinds) {
        return asked(suggestions, () -> {
            Outcome outcome = outcome(kinds);
            return Suggesting.of(outcome, all(outcome));
        });
    }

    /** What the rules say: they are asked once, save those of plugins, which come and go. */
    private <T> List<T> asked(AtomicReference<List<T>> kept, Supplier<List<T>> asking) {
        List<T> before = kept.get();
        if (before != null) {
            return before;
        }
        List<T> now = reading.date().isEmpty() ? List.of() : List.copyOf(asking.get());
        if (RuleList.absentKinds(reading.group().group().rules(), AddedKinds.NONE)
                .isEmpty()) {
            kept.set(now);
        }
        return now;
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
