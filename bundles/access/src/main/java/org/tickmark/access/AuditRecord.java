package org.tickmark.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.json.Json;

/**
 * A record of the audit log as it is kept, and the one definition of its hash.
 *
 * @param details the particulars, as the JSON text that is kept
 */
record AuditRecord(
        long id,
        String stream,
        Instant at,
        String caller,
        String origin,
        String action,
        String subject,
        String details) {
    /** The columns that {@link #of} reads. */
    static final String COLUMNS = "id, stream, at, caller, origin, action, subject, details";

    /** What the first record of a chain has as the hash before it. */
    static final String NO_HASH = "0".repeat(64);

    private static final String FORMAT = "tickmark-audit-1";

    static AuditRecord of(Row row) throws SQLException {
        return new AuditRecord(
                row.number("id"),
                row.text("stream"),
                row.instant("at"),
                row.text("caller"),
                row.text("origin"),
                row.text("action"),
                row.text("subject"),
                row.text("details"));
    }

    /**
     * The hash that seals this record: SHA-256, in 64 lower-case hexadecimal digits, over the UTF-8 bytes of the canonical
     * form. That is a JSON array of texts without spaces: format name, previous hash, number, id, stream, instant (ISO 8601 in
     * UTC, as {@link Instant#toString} writes it), caller, origin, action, subject, details.
     *
     * @param number place in the chain, from 1
     * @param previousHash hash of the record before it, or {@link #NO_HASH}
     */
    String hash(long number, String previousHash) {
        String canonical = Json.compact(List.of(
                FORMAT,
                previousHash,
                Long.toString(number),
                Long.toString(id),
                stream,
                at.toString(),
                caller,
                origin,
                action,
                subject,
                details));
        return HexFormat.of().formatHex(sha256(canonical));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
