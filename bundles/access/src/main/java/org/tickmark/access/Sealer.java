package org.tickmark.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.Audit.Head;
import org.tickmark.api.host.Transactions;
import org.tickmark.kit.jdbc.Batch;
import org.tickmark.kit.jdbc.Sql;

/**
 * Chains the records that were committed: gives each the next number of its stream and its hash, in the order of ids as far
 * as they are visible. One transaction at a time does so, over all nodes. Safe for use from many threads.
 */
final class Sealer {
    private static final int BATCH = 1000;

    private final Transactions transactions;

    Sealer(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Seals everything that is committed. */
    void seal() {
        boolean more = true;
        while (more) {
            more = transactions.inTransaction(tx -> sealBatch(tx.connection()) == BATCH);
        }
    }

    private static int sealBatch(Connection connection) throws SQLException {
        if (unsealed(connection, 1).isEmpty()) {
            return 0;
        }
        excludeOthers(connection);
        List<AuditRecord> records = unsealed(connection, BATCH);
        Map<String, Head> heads = new HashMap<>();
        try (Batch seals =
                Sql.batch(connection, "UPDATE audit SET number = ?, previous_hash = ?, hash = ? WHERE id = ?")) {
            for (AuditRecord record : records) {
                Head before = heads.containsKey(record.stream())
                        ? heads.get(record.stream())
                        : headOrStart(connection, record.stream());
                long number = before.number() + 1;
                Head after = new Head(record.stream(), number, record.hash(number, before.hash()));
                seals.add(number, before.hash(), after.hash(), record.id());
                heads.put(record.stream(), after);
            }
            seals.finish();
        }
        for (Head head : heads.values()) {
            keep(connection, head);
        }
        return records.size();
    }

    private static void excludeOthers(Connection connection) throws SQLException {
        Sql.on(connection, "SELECT id FROM audit_sealing FOR UPDATE").one(row -> row.number("id"));
    }

    private static List<AuditRecord> unsealed(Connection connection, int limit) throws SQLException {
        return Sql.on(
                        connection,
                        "SELECT " + AuditRecord.COLUMNS
                                + " FROM audit WHERE number IS NULL ORDER BY id FETCH FIRST ? ROWS ONLY")
                .with(limit)
                .list(AuditRecord::of);
    }

    /** The end of a chain as it is kept. */
    static Optional<Head> head(Connection connection, String stream) throws SQLException {
        return Sql.on(connection, "SELECT stream, number, hash FROM audit_head WHERE stream = ?")
                .with(stream)
                .first(row -> new Head(row.text("stream"), row.number("number"), row.text("hash")));
    }

    private static Head headOrStart(Connection connection, String stream) throws SQLException {
        return head(connection, stream).orElseGet(() -> new Head(stream, 0, AuditRecord.NO_HASH));
    }

    private static void keep(Connection connection, Head head) throws SQLException {
        int kept = Sql.on(connection, "UPDATE audit_head SET number = ?, hash = ? WHERE stream = ?")
                .with(head.number(), head.hash(), head.stream())
                .update();
        if (kept == 0) {
            Sql.on(connection, "INSERT INTO audit_head (stream, number, hash) VALUES (?, ?, ?)")
                    .with(head.stream(), head.number(), head.hash())
                    .update();
        }
    }
}
