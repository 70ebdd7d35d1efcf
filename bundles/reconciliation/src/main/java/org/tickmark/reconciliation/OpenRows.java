package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Rule;
import org.tickmark.api.importer.Reference;
import org.tickmark.api.message.Message;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.ExclusionTable.Exclusion;
import org.tickmark.reconciliation.MatchTable.Holder;
import org.tickmark.reconciliation.PartTable.Part;
import org.tickmark.reconciliation.Reading.Aside;
import org.tickmark.reconciliation.Reading.Marked;
import org.tickmark.reconciliation.engine.Entry;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.reconciliation.engine.Snapshot;
import org.tickmark.reconciliation.engine.Wording;
import org.tickmark.reconciliation.journal.JournalMark;

/** Reads what is open of a group on a day. For one thread; used once. */
final class OpenRows {
    static final String COLUMNS = """
            select e.entry_id, e.account_id, e.booking_date, e.value_date, e.amount, e.refs, e.detail_refs, e.party_name,
              e.party_account, e.bank_reference, e.text, e.original_amount, e.original_currency""";

    private static final int CHUNK = 5_000;

    private final Connection connection;
    private final long group;
    private final LocalDate until;
    private final Known known;
    private final String currency;
    private final Map<Long, Side> sides = new HashMap<>();
    private final Map<Long, List<Part>> parts;
    private final Map<Long, Exclusion> exclusions;
    private final Snapshot.Builder open;
    private final Set<String> rateTables;
    private final Map<Long, Rest> rests = new HashMap<>();
    private final Map<Long, Aside> aside = new HashMap<>();
    private final Map<Long, Marked> marks = new HashMap<>();

    /**
     * Prepares to read.
     *
     * @param rules the rules of the group
     */
    OpenRows(
            Connection connection,
            long group,
            LocalDate until,
            Known known,
            List<AccountBooks> accounts,
            List<Rule> rules)
            throws SQLException {
        this.connection = connection;
        this.group = group;
        this.until = until;
        this.known = known;
        accounts.forEach(account -> sides.put(account.id(), account.side()));
        this.parts = new PartTable(connection).byEntry(group, known);
        this.exclusions = new ExclusionTable(connection).standing(group, known);
        this.currency = accounts.get(0).currency();
        this.open = Snapshot.builder(currency);
        this.rateTables = RuleList.rateTables(rules);
        if (RuleList.readContents(rules)) {
            open.keepContents();
        }
    }

    /** Reads all that is open. */
    void read() throws SQLException {
        if (known.at().isPresent()) {
            readKnown();
            return;
        }
        readNow(known.entriesBy("account_id"), Sql.longs(sides.keySet()));
        readCut(parts.keySet());
    }

    /** Reads what is open of entries, of which there are all that can be. */
    void read(Collection<Long> entries) throws SQLException {
        for (List<Long> some : chunks(entries)) {
            readNow(known.entriesBy("entry_id"), Sql.longs(some));
        }
        readCut(entries.stream().filter(parts::containsKey).toList());
    }

    private void readNow(String entries, Object wanted) throws SQLException {
        Sql.on(connection, COLUMNS + ", m.rule, m.effective from " + entries + """

            left join recon_match_entry x on x.group_id = ? and x.live_entry_id = e.entry_id
            left join recon_match m on m.id = x.match_id
            where e.status = 'BOOKED' and e.booking_date <= ? and (m.id is null or m.effective > ?)""")
                .with(wanted, group, until, until)
                .each(this::take);
    }

    private void readCut(Collection<Long> entries) throws SQLException {
        for (List<Long> some : chunks(entries)) {
            Sql.on(
                            connection,
                            COLUMNS + " from " + known.entriesBy("entry_id")
                                    + " where e.status = 'BOOKED' and e.booking_date <= ?")
                    .with(Sql.longs(some), until)
                    .each(this::takeCut);
        }
    }

    private static List<List<Long>> chunks(Collection<Long> entries) {
        List<Long> all = List.copyOf(entries);
        List<List<Long>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    /** As it was at a moment: all that was known to be booked, without what was known to be matched. */
    private void readKnown() throws SQLException {
        Map<Long, Holder> holders = new MatchTable(connection).holders(group, known);
        Sql.on(connection, COLUMNS + " from " + known.entriesBy("account_id") + " where " + known.inBooks("e") + """
            and e.status = 'BOOKED' and e.booking_date <= ?""")
                .with(Sql.longs(sides.keySet()))
                .with(known.holding())
                .with(until)
                .each(row -> takeKnown(row, holders.get(row.number("entry_id"))));
    }

    private void takeKnown(Row row, Holder holder) throws SQLException {
        if (parts.containsKey(row.number("entry_id"))) {
            takeCut(row);
        } else if (holder == null) {
            takeOpen(row, row.amount("amount"));
        } else if (holder.effective().isAfter(until)) {
            addAside(row, row.amount("amount"), later(holder.rule(), holder.effective()));
        }
    }

    private void take(Row row) throws SQLException {
        long id = row.number("entry_id");
        if (parts.containsKey(id)) {
            return;
        }
        if (row.optionalText("rule").isPresent()) {
            addAside(row, row.amount("amount"), later(row.text("rule"), row.date("effective")));
        } else {
            takeOpen(row, row.amount("amount"));
        }
    }

    /** An entry of which parts are matched: what is left of it, and what counts as matched on a later day only. */
    private void takeCut(Row row) throws SQLException {
        List<Part> taken = parts.get(row.number("entry_id"));
        BigDecimal rest = row.amount("amount");
        for (Part part : taken) {
            rest = rest.subtract(part.amount());
        }
        if (rest.signum() != 0 && takeOpen(row, rest)) {
            rests.put(row.number("entry_id"), new Rest(rest, taken.size()));
        }
        for (Part part : taken) {
            if (part.effective().isAfter(until)) {
                addAside(row, part.amount(), later(part.rule(), part.effective()));
            }
        }
    }

    /** Takes an entry, or what is left of it, that is in no match; returns whether it is for rules. */
    private boolean takeOpen(Row row, BigDecimal amount) throws SQLException {
        Exclusion exclusion = exclusions.get(row.number("entry_id"));
        if (exclusion != null) {
            addAside(row, amount, exclusion.message());
            return false;
        }
        Entry entry = entry(row, side(row), amount);
        open.add(entry);
        if (entry.side() == Side.LEDGER) {
            JournalMark.in(entry).ifPresent(mark -> marks.put(entry.id(), new Marked(mark, amount)));
        }
        return true;
    }

    private void addAside(Row row, BigDecimal amount, Message reason) throws SQLException {
        Aside item = new Aside(row.number("entry_id"), side(row), amount, reason);
        aside.merge(item.entryId(), item, Aside::and);
    }

    private static Message later(String rule, LocalDate effective) {
        return rule.isEmpty()
                ? Texts.message("reason.later.by-hand", Wording.date(effective))
                : Texts.message("reason.later", rule, Wording.date(effective));
    }

    /** An entry, or what is left of it, as the engine takes it; how much of another currency is left nobody knows. */
    static Entry entry(Row row, Side side, BigDecimal amount) throws SQLException {
        return new Entry(
                row.number("entry_id"),
                side,
                row.date("booking_date"),
                row.optionalDate("value_date"),
                amount,
                references(row),
                row.text("party_name"),
                row.text("party_account"),
                row.text("bank_reference"),
                row.text("text"),
                original(row, amount));
    }

    private static Optional<Entry.Original> original(Row row, BigDecimal amount) throws SQLException {
        Optional<BigDecimal> given = row.optionalAmount("original_amount");
        return given.isEmpty() || row.amount("amount").compareTo(amount) != 0
                ? Optional.empty()
                : Entry.Original.of(given, row.text("original_currency"));
    }

    /** What the entry itself and the payments inside it name. */
    private static List<Reference> references(Row row) throws SQLException {
        List<Reference> all = new ArrayList<>(Reading.references(row.text("refs")));
        all.addAll(Reading.references(row.text("detail_refs")));
        return all;
    }

    private Side side(Row row) throws SQLException {
        return sides.get(row.number("account_id"));
    }

    Snapshot open() throws SQLException {
        return open.rates(RateTable.read(connection, rateTables, open.currencies(), currency, known))
                .build();
    }

    Map<Long, Rest> rests() {
        return rests;
    }

    Map<Long, Aside> aside() {
        return aside;
    }

    Map<Long, Marked> marks() {
        return marks;
    }
}
