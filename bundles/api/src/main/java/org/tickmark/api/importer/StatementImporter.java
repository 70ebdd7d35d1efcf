package org.tickmark.api.importer;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads one file format. Registered as a service with the property {@link #FORMAT}. It is handed a stream and a sink; files,
 * hashing, proof, identity, database and archive are the host's, so that an importer cannot get them wrong.
 *
 * <ul>
 *   <li>SI-01: {@link #probe} looks at the head alone, returns 0 to 100, has no side effect, and does not throw for any bytes.
 *   <li>SI-02: {@link #probe} returns 0 for a head that is not of its format, so that no file is claimed by two formats.
 *   <li>SI-03: {@link #read} streams: what it holds in memory does not grow with the number of entries.
 *   <li>SI-04: reading the same bytes again tells the sink the same.
 *   <li>SI-05: every statement that is opened is closed, unless {@link #read} throws.
 *   <li>SI-06: amounts are exact and keep the scale given; positive is into the account (bank) or debit (ledger).
 *   <li>SI-07: a field that cannot be read is told to {@link StatementSink#problem} as an error with its place, what was found and what
 *       was expected, and reading goes on with the next entry; the host rejects the whole file.
 *   <li>SI-08: a file that cannot be read on is a {@link org.tickmark.api.TickmarkException} whose problem has a code of an {@link ErrorClass}.
 *   <li>SI-09: a file that is cut off anywhere is an error, never a shorter statement.
 *   <li>SI-10: it does not close the stream, keeps nothing after {@link #read} returns, and several threads may read at the same time.
 *   <li>SI-11: it checks {@link ReadContext#cancel} at least once for every thousand entries, and stops with the exception of
 *       {@link org.tickmark.api.CancelToken#throwIfCancelled}.
 * </ul>
 *
 * <p>Any other exception, a stopped bundle, or a time-out leaves the file untouched (class E9).
 */
@ConsumerType
public interface StatementImporter {
    /** Service property: the name of the format in lower case, such as {@code camt.053}; type {@code String}, required. */
    String FORMAT = "tickmark.format";

    /**
     * How sure it is that a file is of this format: 0 for not, 100 for certain. The highest wins; a tie is refused, and a
     * definition's own format always wins.
     */
    int probe(FileHead head);

    /** The options that a definition may set for this format. */
    default List<FormatOption> options() {
        return List.of();
    }

    /**
     * Reads a file and tells the sink what is in it.
     *
     * @throws IOException if the stream cannot be read
     * @throws org.tickmark.api.TickmarkException if the file is not what the format demands (SI-08)
     */
    void read(InputStream in, ReadContext context, StatementSink sink) throws IOException;
}
