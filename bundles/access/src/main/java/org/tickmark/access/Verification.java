package org.tickmark.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tickmark.api.host.Audit.Head;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/**
 * Recomputes the chains. What is sealed meanwhile is left to the next time: each chain is read up to the head that was found
 * at the beginning.
 */
final class Verification {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Verification.class);

    private final Connection connection;

    Verification(Connection connection) {
        this.connection = connection;
    }

    /** What does not agree, by stream: its gaps, the first record that was altered, an end that is not as it was kept. */
    List<Message> findings() throws SQLException {
        List<Head> heads = Sql.on(connection, "SELECT stream, number, hash FROM audit_head ORDER BY stream")
                .list(row -> new Head(row.text("stream"), row.number("number"), row.text("hash")));
        List<Message> findings = new ArrayList<>();
        for (Head head : heads) {
            findings.addAll(new Chain(head).findings());
        }
        findings.addAll(beyondTheirHead());
        return findings;
    }

    /** In one statement, so that head and records are of the same moment. */
    private List<Message> beyondTheirHead() throws SQLException {
        return Sql.on(connection, """
                        SELECT a.stream, MIN(a.number) AS number
                        FROM audit a LEFT JOIN audit_head h ON h.stream = a.stream
                        WHERE a.number IS NOT NULL AND (h.number IS NULL OR a.number > h.number)
                        GROUP BY a.stream ORDER BY a.stream""")
                .list(row -> MESSAGES.message("audit.beyond-head", row.text("stream"), text(row.number("number"))));
    }

    /** Numbers as they are, without the grouping of a language. */
    private static String text(long number) {
        return Long.toString(number);
    }

    /** One chain on its way from the first record to the head. */
    private final class Chain {
        private final Head head;
        private final List<Message> findings = new ArrayList<>();
        private long last;
        private String hash = AuditRecord.NO_HASH;
        private boolean broken;

        private Chain(Head head) {
            this.head = head;
        }

        private List<Message> findings() throws SQLException {
            Sql.on(
                            connection,
                            "SELECT " + AuditRecord.COLUMNS + ", number, previous_hash, hash FROM audit"
                                    + " WHERE stream = ? AND number <= ? ORDER BY number")
                    .with(head.stream(), head.number())
                    .each(this::check);
            noteGapBefore(head.number() + 1);
            if (!broken && !hash.equals(head.hash())) {
                note("audit.head", text(head.number()));
            }
            return findings;
        }

        private void check(Row row) throws SQLException {
            long number = row.number("number");
            noteGapBefore(number);
            String previous = row.optionalText("previous_hash").orElse("");
            String sealed = row.optionalText("hash").orElse("");
            AuditRecord record = AuditRecord.of(row);
            boolean whole = sealed.equals(record.hash(number, previous));
            if (!broken && !(whole && previous.equals(hash))) {
                broken = true;
                note(whole ? "audit.chain" : "audit.altered", text(number), text(record.id()));
            }
            last = number;
            hash = sealed;
        }

        /** A record that is gone breaks the chain, too; that is told once. */
        private void noteGapBefore(long number) {
            if (number > last + 1) {
                broken = true;
                note("audit.gap", text(last + 1), text(number - 1));
            }
        }

        private void note(String id, String first, String... rest) {
            List<Object> arguments = new ArrayList<>(List.of(head.stream(), first));
            arguments.addAll(List.of(rest));
            findings.add(MESSAGES.message(id, arguments.toArray()));
        }
    }
}
