package org.tickmark.api.record;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.tickmark.api.Caller;

/**
 * Rows that commands, reports, screens and scripts list. Registered as a service with the property {@link #NAME}.
 *
 * <ul>
 *   <li>RS-01: the first column is the key: unique, and the order in which rows come.
 *   <li>RS-02: only rows that the caller may see come; a caller without the right gets {@link org.tickmark.api.PermissionDenied}.
 *   <li>RS-03: a condition on an unknown column is refused with a {@link org.tickmark.api.TickmarkException} that lists the columns.
 *   <li>RS-04: safe for use from many threads.
 *   <li>RS-05: a source whose rows are few, or made while they are listed, may refuse a query that is not {@link RecordQuery#isPlain plain}, with the code
 *       {@code record.query}; it never passes over what is asked.
 * </ul>
 */
@ConsumerType
public interface RecordSource {
    /** Service property: the name of the records in the singular, such as {@code entry}; type {@code String}, required. */
    String NAME = "tickmark.record";

    /** The columns, the key first. */
    List<Column> columns();

    /** The rows asked for. */
    Table list(Caller caller, RecordQuery query);
}
