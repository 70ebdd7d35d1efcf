package org.tickmark.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.importer.EntryDetail;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ImportedEntry.Status;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/**
 * Books the entries of one statement. Each takes the first equal entry of the books that has not been taken yet, by this
 * file or by a statement that shares no entry with this one; where none is left it is new, with the next ordinal. So the
 * books hold of equal entries as many as the file that tells most of them. For one thread.
 */
final class EntryBooking implements AutoCloseable {
    private static final int CHUNK = 1000;
    /** An identity goes on with a hyphen behind its day. */
    private static final String BEHIND_ALL = "-g";

    /**
     * Joined from the identities asked for: H2 uses an index of several columns for a join, but not for {@code = ANY}. An outer join, whose order H2
     * keeps: it would walk through the entries first once it has planned for books that were empty.
     */
    private static final String STANDING = """
            SELECT k.identity, e.id, e.ordinal,
                e.file_id = ? OR e.statement_id = ANY(?) OR EXISTS (
                    SELECT 1 FROM entry_source s WHERE s.entry_id = e.id AND (s.file_id = ? OR s.statement_id = ANY(?))
                ) AS taken
            FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS k (identity)
            LEFT JOIN entry e ON e.account_id = ? AND e.identity = k.identity
            ORDER BY k.identity, e.ordinal
            """;

    private static final String ANY = """
            SELECT id FROM entry WHERE account_id = ? AND identity >= ? AND identity <= ? FETCH FIRST ROW ONLY
            """;

    private static final String INSERT = """
            INSERT INTO entry (account_id, statement_id, file_id, identity, ordinal, key_version, status, booking_date,
                value_date, amount, currency, original_amount, original_currency, reversal, bank_reference, refs, party_name,
                party_account, party_bic, party_organisation, text, transaction_code, voucher, position, detail_refs)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_SOURCE =
            "INSERT INTO entry_source (entry_id, file_id, statement_id) VALUES (?, ?, ?)";

    private static final String INSERT_DETAIL = """
            INSERT INTO entry_detail (entry_id, detail_no, amount, refs, party_name, party_account, text)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private final Connection connection;
    private final Account account;
    private final Kind kind;
    private final long statement;
    private final long file;
    private final List<Long> disjoint;
    private final Identities identities;
    /** Of this statement's; whatever else the books hold of its days is looked up at once where they hold anything. */
    private final Seen seen;

    private final boolean overlaps;
    private final Batch inserts;
    /** For chunks without details: it is quicker not to ask for keys, on PostgreSQL by far. */
    private final Batch plainInserts;

    private final Batch sources;
    private final Batch details;
    private final List<ImportedEntry> awaitingKeys = new ArrayList<>(CHUNK);
    private long place;
    private long added;
    private long known;
    private final DaySums sums = new DaySums();

    /**
     * Prepares to book.
     *
     * @param disjoint keys of statements that share no entry with this one
     * @param identities of the entries, which have been read once
     */
    EntryBooking(
            Connection connection,
            Account account,
            Kind kind,
            long statement,
            long file,
            List<Long> disjoint,
            Identities identities)
            throws SQLException {
        this.connection = connection;
        this.account = account;
        this.kind = kind;
        this.statement = statement;
        this.file = file;
        this.disjoint = disjoint;
        this.identities = identities;
        this.seen = new Seen(identities.count());
        this.overlaps = overlaps();
        this.inserts = Sql.batch(connection, INSERT, "id", this::addDetails);
        this.plainInserts = Sql.batch(connection, INSERT);
        this.sources = Sql.batch(connection, INSERT_SOURCE);
        this.details = Sql.batch(connection, INSERT_DETAIL);
    }

    void book(Iterable<ImportedEntry> entries) throws SQLException {
        List<ImportedEntry> chunk = new ArrayList<>(CHUNK);
        for (ImportedEntry entry : entries) {
            chunk.add(entry);
            if (chunk.size() == CHUNK) {
                bookChunk(chunk);
                chunk.clear();
            }
        }
        bookChunk(chunk);
    }

    /** How many entries are new. */
    long added() {
        return added;
    }

    /** The new entries that are booked, summed up. */
    DaySums sums() {
        return sums;
    }

    /** How many entries stood already. */
    long known() {
        return known;
    }

    @Override
    public void close() throws SQLException {
        try (inserts;
                plainInserts;
                sources;
                details) {
            awaitingKeys.clear();
        }
    }

    private void bookChunk(List<ImportedEntry> chunk) throws SQLException {
        List<String> keys = new ArrayList<>(chunk.size());
        for (ImportedEntry entry : chunk) {
            keys.add(identities.at(place++, entry));
        }
        Map<String, Equals> standing = standing(keys);
        boolean detailed = chunk.stream().anyMatch(entry -> !entry.details().isEmpty());
        for (int i = 0; i < chunk.size(); i++) {
            Equals equals = standing.computeIfAbsent(keys.get(i), key -> new Equals());
            if (equals.free.isEmpty()) {
                if (detailed) {
                    awaitingKeys.add(chunk.get(i));
                }
                insert(detailed ? inserts : plainInserts, chunk.get(i), keys.get(i), ++equals.ordinal);
            } else {
                sources.add(equals.free.remove(), file, statement);
                known++;
            }
        }
        keys.forEach(seen::add);
        inserts.finish();
        plainInserts.finish();
        details.finish();
        sources.finish();
    }

    /** Whether the books hold anything of the days of these entries. */
    private boolean overlaps() throws SQLException {
        String behindLastDay = identities.lastDay() + BEHIND_ALL;
        return Sql.on(connection, ANY)
                .with(account.id(), identities.firstDay(), behindLastDay)
                .first(row -> row.number("id"))
                .isPresent();
    }

    /** The entries of the books with these identities; asked for are only those that may be there. */
    private Map<String, Equals> standing(List<String> keys) throws SQLException {
        Set<String> asked = new HashSet<>();
        keys.stream().filter(key -> overlaps || seen.mayHold(key)).forEach(asked::add);
        Map<String, Equals> standing = new HashMap<>();
        if (asked.isEmpty()) {
            return standing;
        }
        Sql.on(connection, STANDING)
                .with(file, Sql.longs(disjoint), file, Sql.longs(disjoint))
                .with(Sql.texts(asked), account.id())
                .each(row -> standing.computeIfAbsent(row.text("identity"), key -> new Equals())
                        .add(row));
        return standing;
    }

    private void insert(Batch batch, ImportedEntry entry, String identity, int ordinal) throws SQLException {
        Status status = EntryStatus.inBooks(kind, entry.status());
        batch.add(
                account.id(),
                statement,
                file,
                identity,
                ordinal,
                EntryIdentity.VERSION,
                status,
                entry.bookingDate(),
                entry.valueDate(),
                entry.amount(),
                entry.currency().isEmpty() ? account.currency() : entry.currency(),
                entry.originalAmount(),
                entry.originalCurrency(),
                entry.reversal(),
                Texts.storable(entry.bankReference()),
                Texts.storable(EntryIdentity.lines(entry.references())),
                Texts.storable(entry.party().name()),
                Texts.storable(entry.party().account()),
                Texts.storable(entry.party().bic()),
                Texts.storable(entry.party().organisation()),
                Texts.storable(String.join("\n", entry.text())),
                Texts.storable(entry.transactionCode()),
                Texts.storable(entry.voucher()),
                Texts.storable(entry.position()),
                Texts.storable(EntryIdentity.lines(entry.documents())));
        added++;
        if (status == Status.BOOKED) {
            sums.add(entry.bookingDate().orElseThrow(), entry.amount());
        }
    }

    private void addDetails(long[] keys) throws SQLException {
        for (int i = 0; i < keys.length; i++) {
            addDetails(keys[i], awaitingKeys.get(i).details());
        }
        awaitingKeys.subList(0, keys.length).clear();
    }

    private void addDetails(long entry, List<EntryDetail> parts) throws SQLException {
        for (int i = 0; i < parts.size(); i++) {
            EntryDetail part = parts.get(i);
            details.add(
                    entry,
                    i + 1,
                    part.amount(),
                    Texts.storable(EntryIdentity.lines(part.references())),
                    Texts.storable(part.party().name()),
                    Texts.storable(part.party().account()),
                    Texts.storable(String.join("\n", part.text())));
        }
    }

    /** The entries of the books with one identity. */
    private static final class Equals {
        private final Deque<Long> free = new ArrayDeque<>();
        private int ordinal;

        /** Takes what the database found for the identity: the next entry with it, or that there is none. */
        void add(Row row) throws SQLException {
            Optional<Long> id = row.optionalNumber("id");
            if (id.isPresent()) {
                ordinal = Math.toIntExact(row.number("ordinal"));
                if (!row.flag("taken")) {
                    free.add(id.get());
                }
            }
        }
    }
}
